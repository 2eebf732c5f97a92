-- levels of many counties as one upload proposed them; what was proposed stays, and is confirmed once
create table level_batch (
    id           bigint generated always as identity primary key,
    province     text        not null references division,
    proposed_by  bigint      not null references account,
    proposed_at  timestamptz not null,
    lines        jsonb       not null,
    confirmed_by bigint references account,
    confirmed_at timestamptz,
    lock         integer     not null,
    check ((confirmed_by is null) = (confirmed_at is null))
);
create index level_batch_of_province on level_batch (province, id desc);
create trigger level_batch_stays before delete on level_batch
    for each row execute function refuse_change();
create trigger level_batch_is_confirmed_once before update on level_batch for each row
    when (old.confirmed_at is not null or old.lines is distinct from new.lines or old.province <> new.province
        or old.proposed_by <> new.proposed_by or old.proposed_at <> new.proposed_at)
    execute function refuse_change();
create trigger level_batch_is_kept before truncate on level_batch
    for each statement execute function refuse_change();

create table level_batch_change (
    change_id bigint primary key references risk_level_change,
    batch_id  bigint not null references level_batch
);
create index level_batch_change_of_batch on level_batch_change (batch_id);
create trigger level_batch_change_stays before update or delete on level_batch_change
    for each row execute function refuse_change();
create trigger level_batch_change_is_kept before truncate on level_batch_change
    for each statement execute function refuse_change();
