-- whom a list or an adaptation touches: foreseen before it is confirmed, seen when it has taken effect
create table impact (
    id            bigint generated always as identity primary key,
    phase         text        not null check (phase in ('FORESEEN', 'SEEN')),
    province      text        not null references division,
    level         text        not null check (level in ('LOW', 'MEDIUM', 'HIGH')),
    list_id       bigint      not null,
    county        text        references county,
    adaptation    jsonb,
    adaptation_id bigint      references county_adaptation,
    fingerprint   text        not null,
    asked_by      bigint      references account,
    asked_at      timestamptz not null,
    at_county     text,
    last_id       bigint      not null,
    counts        jsonb       not null,
    finished_at   timestamptz,
    check ((county is null) = (adaptation is null))
);
comment on column impact.list_id is 'a draft may be thrown away, so this is no foreign key';
comment on column impact.adaptation is 'what the county would ask less of; null where a list is looked at';
create index impact_of_list on impact (list_id, id desc) where county is null;
create index impact_of_county on impact (county, level, id desc) where county is not null;

create table impact_firm (
    id            bigint generated always as identity primary key,
    impact_id     bigint not null references impact,
    county        text   not null references county,
    filing_id     bigint not null,
    no            text,
    firm          text   not null,
    credit_code   text   not null,
    turns         jsonb  not null
);
comment on column impact_firm.filing_id is 'a draft may be thrown away, so this is no foreign key';
create index impact_firm_of_impact on impact_firm (impact_id, id);

-- once it is finished only the revision that it was foreseen for is still to be noted
create function keep_impact() returns trigger language plpgsql as $$
begin
    if old.finished_at is not null and (old.adaptation_id is not null or to_jsonb(old) - 'adaptation_id' is distinct from to_jsonb(new) - 'adaptation_id') then
        raise exception 'change of impact % is refused: what was foreseen or seen stays', old.id using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger impact_says_the_same before update on impact
    for each row execute function keep_impact();
create trigger impact_is_not_deleted before delete on impact
    for each row execute function refuse_change();
create trigger impact_is_kept before truncate on impact
    for each statement execute function refuse_change();
create trigger impact_firm_stays before update or delete on impact_firm
    for each row execute function refuse_change();
create trigger impact_firm_is_kept before truncate on impact_firm
    for each statement execute function refuse_change();

-- what there is to go on with in a county, walked by id
create index filing_open on filing (county, id) where state in ('DRAFT', 'RECORDED', 'EFFECTIVE', 'SUBMITTED', 'PERMITTED', 'SUSPENDED');
