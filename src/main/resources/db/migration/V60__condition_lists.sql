create table condition_list (
    id           bigint generated always as identity primary key,
    province     text        not null references division,
    level        text        not null check (level in ('LOW', 'MEDIUM', 'HIGH')),
    version      integer     not null check (version > 0),
    state        text        not null check (state in ('DRAFT', 'PUBLISHED')),
    content      jsonb       not null,
    basis        text        not null,
    reason       text,
    started_at   timestamptz not null,
    started_by   bigint references account,
    effective_at timestamptz,
    published_at timestamptz,
    published_by bigint references account,
    lock         bigint      not null default 0,
    unique (province, level, version),
    check (state = 'DRAFT' or (effective_at is not null and published_at is not null and reason is not null))
);
create unique index condition_list_one_draft on condition_list (province, level) where state = 'DRAFT';
create index condition_list_in_force on condition_list (province, level, version desc) include (effective_at) where state = 'PUBLISHED';

-- a list is never edited, only superseded; drafts are not lists yet
create trigger condition_list_stays before update or delete on condition_list
    for each row when (old.state = 'PUBLISHED') execute function refuse_change();

create table county_adaptation (
    id           bigint generated always as identity primary key,
    county       text        not null references county,
    level        text        not null check (level in ('LOW', 'MEDIUM', 'HIGH')),
    revision     integer     not null check (revision > 0),
    adaptation   jsonb       not null,
    reason       text        not null,
    effective_at timestamptz not null,
    recorded_at  timestamptz not null,
    recorded_by  bigint      not null references account,
    unique (county, level, revision)
);
create trigger county_adaptation_stays before update or delete on county_adaptation
    for each row execute function refuse_change();
