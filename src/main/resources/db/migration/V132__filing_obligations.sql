-- what a change of level does to what is under way: an application is closed or signed later, what is owed becomes advice
alter table filing add advised_at timestamptz;
comment on column filing.advised_at is 'since when what is owed is advice, because the county came down to low risk';

create or replace function keep_filing() returns trigger language plpgsql as $$
declare
    moving constant text[] := array ['state', 'due_on', 'updated_at', 'decision', 'superseded_by', 'advised_at', 'version'];
    -- an application may be signed as a commitment later, once
    signature constant text[] := array ['letter', 'letter_hash', 'signed_name', 'signed_role'];
    kept jsonb := to_jsonb(old) - moving;
    now_said jsonb := to_jsonb(new) - moving;
begin
    if old.kind = 'APPLICATION' and old.letter is null and new.letter is not null then
        kept := kept - signature;
        now_said := now_said - signature;
    end if;
    if new.state = 'DRAFT'
        or kept is distinct from now_said
        or old.decision is not null and new.decision is distinct from old.decision
        or old.advised_at is not null and new.advised_at is distinct from old.advised_at
        or old.superseded_by is not null and new.superseded_by is distinct from old.superseded_by then
        raise exception 'change of filing % is refused: what was filed stays', old.no using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create table obligation (
    id            bigint generated always as identity primary key,
    duty          text        not null check (duty in ('FILE', 'CONFIRM', 'SIGN')),
    state         text        not null check (state in ('OPEN', 'FULFILLED', 'VOID')),
    filing_id     bigint      not null references filing,
    site_id       bigint      not null references site,
    enterprise_id bigint      not null references enterprise,
    county        text        not null references county,
    change_id     bigint      not null references risk_level_change,
    due_on        date,
    asked_at      timestamptz not null,
    ended_at      timestamptz,
    version       integer     not null,
    check ((ended_at is null) = (state = 'OPEN'))
);
create unique index obligation_once on obligation (filing_id, duty, change_id);
create unique index obligation_one_open on obligation (filing_id, duty) where state = 'OPEN';
create index obligation_of_firm on obligation (enterprise_id) where state = 'OPEN';
create index obligation_of_site on obligation (site_id) where state = 'OPEN';
create index obligation_due on obligation (county, coalesce(due_on, date '9999-12-31'), id) where state = 'OPEN';

create function keep_obligation() returns trigger language plpgsql as $$
begin
    if old.state <> 'OPEN' or to_jsonb(old) - array ['state', 'ended_at', 'version'] is distinct from to_jsonb(new) - array ['state', 'ended_at', 'version'] then
        raise exception 'change of obligation % is refused: what was asked stays', old.id using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger obligation_says_the_same before update on obligation
    for each row execute function keep_obligation();
create trigger obligation_stays before delete on obligation
    for each row execute function refuse_change();
create trigger obligation_is_kept before truncate on obligation
    for each statement execute function refuse_change();

-- the added items that a firm has confirmed, each in the words that it saw
create table obligation_confirmation (
    obligation_id bigint      not null references obligation,
    code          text        not null,
    fingerprint   text        not null check (fingerprint ~ '^[0-9a-f]{16}$'),
    confirmed_at  timestamptz not null,
    confirmed_by  bigint      not null references account,
    primary key (obligation_id, code, fingerprint)
);
create trigger obligation_confirmation_stays before update or delete on obligation_confirmation
    for each row execute function refuse_change();
create trigger obligation_confirmation_is_kept before truncate on obligation_confirmation
    for each statement execute function refuse_change();
