-- verdicts that were computed again, and where they are not what was kept
create table verdict_run (
    id          bigint generated always as identity primary key,
    scope       text        not null check (scope ~ '^[0-9]{6}$'),
    asked_by    bigint references account,
    asked_at    timestamptz not null,
    filings     integer,
    last_id     bigint      not null,
    done        integer     not null,
    differing   integer     not null,
    reworded    integer     not null,
    finished_at timestamptz
);
comment on column verdict_run.asked_by is 'null where it was asked for on the command line';
create unique index verdict_run_under_way on verdict_run (scope) where finished_at is null;
create index verdict_run_of_scope on verdict_run (scope, id desc);

create table verdict_difference (
    id        bigint generated always as identity primary key,
    run_id    bigint not null references verdict_run,
    filing_id bigint not null references filing,
    no        text   not null,
    county    text   not null references county,
    code      text   not null,
    what      text   not null check (what in ('UNREADABLE', 'MISSING', 'UNKNOWN', 'VERDICT', 'FIGURES', 'WORDS')),
    kept      jsonb  not null,
    computed  jsonb  not null
);
create index verdict_difference_of_run on verdict_difference (run_id, id);

create trigger verdict_run_stays before update on verdict_run
    for each row when (old.finished_at is not null) execute function refuse_change();
create trigger verdict_run_is_not_deleted before delete on verdict_run
    for each row execute function refuse_change();
create trigger verdict_run_is_kept before truncate on verdict_run
    for each statement execute function refuse_change();
create trigger verdict_difference_stays before update or delete on verdict_difference
    for each row execute function refuse_change();
create trigger verdict_difference_is_kept before truncate on verdict_difference
    for each statement execute function refuse_change();

-- a county's filings are walked by id, whatever has become of them
create index filing_of_county on filing (county, id) where state <> 'DRAFT';
