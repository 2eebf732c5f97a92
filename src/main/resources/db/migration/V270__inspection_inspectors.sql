-- who may check: officials with a credential 执法证, kept by the admin of their county
create table inspector (
    account_id    bigint primary key references account,
    credential_no text    not null unique check (length(credential_no) between 4 and 40),
    valid_until   date    not null,
    version       integer not null
);

-- what an official has declared, and is therefore not sent to; what was withdrawn stays on record
create table inspector_interest (
    id           bigint generated always as identity primary key,
    account_id   bigint      not null references account,
    kind         text        not null check (kind in ('FIRM', 'LEGAL_REPRESENTATIVE', 'STEWARD')),
    subject      text        not null check (length(subject) between 1 and 50),
    declared_at  timestamptz not null,
    withdrawn_at timestamptz
);
comment on column inspector_interest.subject is 'the credit code of the firm, or the name of its legal representative';
create unique index inspector_interest_once on inspector_interest (account_id, kind, subject) where withdrawn_at is null;

create function keep_inspector_interest() returns trigger language plpgsql as $$
begin
    if old.withdrawn_at is not null or to_jsonb(old) - 'withdrawn_at' is distinct from to_jsonb(new) - 'withdrawn_at' then
        raise exception 'change of interest % is refused: what was declared stays', old.id using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger inspector_interest_says_the_same before update on inspector_interest
    for each row execute function keep_inspector_interest();
create trigger inspector_interest_stays before delete on inspector_interest
    for each row execute function refuse_change();
create trigger inspector_interest_is_kept before truncate on inspector_interest
    for each statement execute function refuse_change();

-- firms that nobody visits 正面清单: in a county, for a reason, until a day
create table positive_listing (
    id            bigint generated always as identity primary key,
    county        text        not null references county,
    enterprise_id bigint      not null references enterprise,
    reason        text        not null check (reason in ('EPIDEMIC_SUPPLY', 'LIVELIHOOD', 'LOW_IMPACT')),
    note          text        not null check (length(note) between 1 and 300),
    valid_until   date        not null,
    listed_at     timestamptz not null,
    listed_by     bigint      not null references account,
    ended_at      timestamptz,
    ended_by      bigint references account,
    version       integer     not null,
    check ((ended_at is null) = (ended_by is null))
);
create unique index positive_listing_once on positive_listing (county, enterprise_id) where ended_at is null;
create index positive_listing_of_county on positive_listing (county, id desc);

create function keep_positive_listing() returns trigger language plpgsql as $$
begin
    if old.ended_at is not null
        or (old.county, old.enterprise_id, old.listed_at, old.listed_by) is distinct from (new.county, new.enterprise_id, new.listed_at, new.listed_by) then
        raise exception 'change of listing % is refused: what was listed stays', old.id using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger positive_listing_says_the_same before update on positive_listing
    for each row execute function keep_positive_listing();
create trigger positive_listing_stays before delete on positive_listing
    for each row execute function refuse_change();
create trigger positive_listing_is_kept before truncate on positive_listing
    for each statement execute function refuse_change();

-- how often a firm is checked in a year at most; a county without a row has the usual number
create table check_cap (
    county   text primary key references county,
    per_year integer not null check (per_year between 1 and 12),
    version  integer not null
);
