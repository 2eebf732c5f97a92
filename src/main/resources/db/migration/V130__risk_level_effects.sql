-- how far each effect of a change of level has come; the row moves in the transaction of what it counts
create table level_effect_run (
    change_id   bigint      not null references risk_level_change,
    step        integer     not null,
    effect      text        not null,
    expected    integer     not null,
    done        integer     not null,
    started_at  timestamptz not null,
    finished_at timestamptz,
    overtaken   boolean     not null default false,
    primary key (change_id, effect)
);
comment on column level_effect_run.expected is 'how many there were to touch when it began';
create trigger level_effect_run_stays before delete on level_effect_run
    for each row execute function refuse_change();
