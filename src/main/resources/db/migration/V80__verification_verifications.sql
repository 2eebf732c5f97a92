create table verification (
    id            bigint generated always as identity primary key,
    filing_id     bigint      not null references filing,
    county        text        not null references county,
    enterprise_id bigint      not null references enterprise,
    state         text        not null check (state in ('PLANNED', 'RECTIFY', 'STOP_WORK', 'REPORTED', 'PASSED', 'CLOSED', 'GUIDANCE')),
    due_on        date,
    opened_at     timestamptz not null,
    results       jsonb       not null,
    outcome       text check (outcome in ('PASSED', 'RECTIFY', 'STOP_WORK', 'GUIDANCE')),
    statement     text,
    ordered_items jsonb       not null,
    rectify_by    date,
    decided_at    timestamptz,
    decided_by    bigint references account,
    answer        text,
    answered_at   timestamptz,
    closed_at     timestamptz,
    closed_by     bigint references account,
    version       integer     not null,
    check (state in ('PLANNED', 'CLOSED') or outcome is not null),
    check (state not in ('RECTIFY', 'STOP_WORK') or rectify_by is not null),
    check ((due_on is null) = (state in ('PASSED', 'CLOSED', 'GUIDANCE')))
);
comment on column verification.due_on is 'the day by which somebody has to act next; null once nobody has';

create unique index verification_one_open on verification (filing_id) where state in ('PLANNED', 'RECTIFY', 'STOP_WORK', 'REPORTED');
create index verification_of_filing on verification (filing_id, id desc);
create index verification_due on verification (county, coalesce(due_on, date '9999-12-31'), id);
