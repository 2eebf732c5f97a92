create table catalogue_version (
    id          bigint generated always as identity primary key,
    province    text        not null references division,
    version     integer     not null check (version > 0),
    yaml        text        not null,
    reason      text        not null,
    recorded_at timestamptz not null,
    recorded_by bigint references account,
    unique (province, version)
);
create trigger catalogue_version_stays before update or delete on catalogue_version
    for each row execute function refuse_change();
create trigger catalogue_version_is_kept before truncate on catalogue_version
    for each statement execute function refuse_change();
