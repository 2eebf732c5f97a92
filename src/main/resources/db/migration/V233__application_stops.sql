-- while the county waits for the firm its clock stands still
create table clock_stop (
    id         bigint      generated always as identity primary key,
    filing_id  bigint      not null references application,
    stopped_at timestamptz not null,
    resumed_at timestamptz check (resumed_at >= stopped_at)
);
create unique index clock_stop_once on clock_stop (filing_id) where resumed_at is null;
create index clock_stop_of_filing on clock_stop (filing_id, id);

create function keep_clock_stop() returns trigger language plpgsql as $$
begin
    if old.resumed_at is not null or old.stopped_at <> new.stopped_at or old.filing_id <> new.filing_id then
        raise exception 'change of clock stop % is refused', old.id using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger clock_stop_says_the_same before update on clock_stop for each row execute function keep_clock_stop();
create trigger clock_stop_stays before delete on clock_stop for each row execute function refuse_change();
create trigger clock_stop_is_kept before truncate on clock_stop for each statement execute function refuse_change();

-- an overdue application is told to the head of the county, and then to the province, once each
create table escalation (
    filing_id    bigint      not null references application,
    to_role      text        not null check (to_role in ('COUNTY_ADMIN', 'PROVINCE_ADMIN')),
    due_on       date        not null,
    escalated_at timestamptz not null,
    primary key (filing_id, to_role, due_on)
);
create trigger escalation_stays before update or delete on escalation for each row execute function refuse_change();
create trigger escalation_is_kept before truncate on escalation for each statement execute function refuse_change();
