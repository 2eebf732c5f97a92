-- firms that were entered for by a county 帮代办: nobody knows the password of their accounts until they claim them
create table behalf_firm (
    enterprise_id bigint primary key references enterprise,
    county        text        not null references county,
    entered_at    timestamptz not null,
    claimed_at    timestamptz
);

create table behalf_entry (
    id            bigint generated always as identity primary key,
    enterprise_id bigint      not null references behalf_firm,
    filing_id     bigint      not null unique references filing,
    county        text        not null references county,
    channel       text        not null check (channel in ('PHONE', 'PAPER')),
    spoken_with   text        check (length(spoken_with) <= 50),
    entered_by    bigint      not null references account,
    entered_at    timestamptz not null,
    submitted_at  timestamptz,
    version       integer     not null,
    check (channel = 'PAPER' or spoken_with is not null)
);
comment on column behalf_entry.spoken_with is 'who of the firm told it by phone, or brought the paper';
create index behalf_entry_of_county on behalf_entry (county, id desc);
create index behalf_entry_of_firm on behalf_entry (enterprise_id);

create function keep_behalf_entry() returns trigger language plpgsql as $$
begin
    if old.submitted_at is not null
        or (old.enterprise_id, old.filing_id, old.county, old.channel, old.entered_by, old.entered_at)
            is distinct from (new.enterprise_id, new.filing_id, new.county, new.channel, new.entered_by, new.entered_at) then
        raise exception 'change of entry % is refused: what was entered stays', old.id using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger behalf_entry_says_the_same before update on behalf_entry
    for each row execute function keep_behalf_entry();
create trigger behalf_entry_stays before delete on behalf_entry
    for each row execute function refuse_change();
create trigger behalf_entry_is_kept before truncate on behalf_entry
    for each statement execute function refuse_change();
create trigger behalf_firm_stays before delete on behalf_firm
    for each row execute function refuse_change();
create trigger behalf_firm_is_kept before truncate on behalf_firm
    for each statement execute function refuse_change();

-- a claim, asked for under whatever credit code was typed, so that the row is the same whether there is such a firm
create table firm_claim (
    id            uuid primary key,
    credit_code   text        not null check (length(credit_code) <= 40),
    asked_at      timestamptz not null,
    prepared      boolean     not null default false,
    enterprise_id bigint      references behalf_firm,
    code_hash     text,
    expires_at    timestamptz not null,
    attempts      integer     not null default 0,
    used_at       timestamptz,
    check ((enterprise_id is null) = (code_hash is null)),
    check (code_hash is null or prepared)
);
comment on column firm_claim.prepared is 'whether the job has looked for the firm and, where there is one to be claimed with a mobile, sent a code';
create index firm_claim_open on firm_claim (asked_at) where not prepared;
create index firm_claim_old on firm_claim (expires_at);
