create extension if not exists pg_trgm;

-- gaps are harmless: a number says nothing but which filing it is
create sequence filing_serial;

create table filing (
    id            bigint generated always as identity primary key,
    no            text unique check (no ~ '^[0-9]{6}-[0-9]{6}-[0-9]{5,12}-[0-9]$'),
    token         text unique check (length(token) = 22),
    enterprise_id bigint      not null references enterprise,
    site_id       bigint      not null references site,
    county        text        not null references county,
    province      text        not null references division,
    kind          text        not null check (kind in ('NOTICE', 'CHECKLIST', 'COMMITMENT', 'APPLICATION')),
    regime        text        not null check (regime in ('NOTICE', 'RECORD', 'APPROVAL')),
    state         text        not null check (state in ('DRAFT', 'RECORDED', 'EFFECTIVE', 'SUBMITTED', 'PERMITTED', 'REFUSED', 'SUSPENDED', 'WITHDRAWN', 'CHANGED', 'CLOSED')),
    level         text        not null check (level in ('LOW', 'MEDIUM', 'HIGH')),
    list_id       bigint,
    adaptation_id bigint,
    notice        text        not null,
    subject       jsonb,
    plan          jsonb       not null,
    facts         jsonb       not null,
    answers       jsonb       not null,
    findings      jsonb       not null,
    owed          jsonb       not null,
    letter        text,
    letter_hash   text check (length(letter_hash) = 64),
    signed_name   text,
    signed_role   text,
    credit_code   text,
    name          text,
    industry      text,
    size          text,
    planned_staff integer,
    due_on        date,
    submitted_at  timestamptz,
    started_at    timestamptz not null,
    updated_at    timestamptz not null,
    decision      jsonb,
    superseded_by bigint references filing,
    version       integer     not null,
    check (state = 'DRAFT' or no is not null and token is not null and subject is not null and submitted_at is not null),
    check ((letter is null) = (letter_hash is null))
);
comment on column filing.notice is 'the source notice of the level that the regime followed from';
comment on column filing.due_on is 'the day by which the county has to act next; null where nothing is due';
comment on column filing.findings is 'what the rules said at submission, kept as it was';

-- what a button cannot guarantee: one draft and one live filing per site, however often and from wherever it is sent
create unique index filing_one_draft on filing (site_id) where state = 'DRAFT';
create unique index filing_one_live on filing (site_id) where state in ('RECORDED', 'EFFECTIVE', 'SUBMITTED', 'PERMITTED', 'SUSPENDED');

create index filing_of_firm on filing (enterprise_id, id desc);
create index filing_newest on filing (county, submitted_at desc, id desc) where state <> 'DRAFT';
create index filing_due on filing (county, due_on, id) where due_on is not null;
create index filing_search on filing using gin ((lower(name) || ' ' || lower(credit_code) || ' ' || no) gin_trgm_ops) where state <> 'DRAFT';
