-- what each change of level was going to touch when it was confirmed, to be compared with what was then done
create table level_foresight (
    change_id bigint  not null references risk_level_change,
    effect    text    not null,
    foreseen  integer not null check (foreseen >= 0),
    primary key (change_id, effect)
);
create trigger level_foresight_stays before update or delete on level_foresight
    for each row execute function refuse_change();
create trigger level_foresight_is_kept before truncate on level_foresight
    for each statement execute function refuse_change();

-- the figures on which a level was decided, where they were given
create table case_figures (
    change_id  bigint  primary key references risk_level_change,
    fresh      integer not null check (fresh >= 0),
    cumulative integer not null check (cumulative >= fresh),
    cluster    boolean not null
);
create trigger case_figures_stay before update or delete on case_figures
    for each row execute function refuse_change();
create trigger case_figures_are_kept before truncate on case_figures
    for each statement execute function refuse_change();
