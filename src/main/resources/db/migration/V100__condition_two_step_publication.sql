-- a draft is asked to be published by one admin and confirmed by another; wanted_at is empty where it is to be at once
alter table condition_list
    add changed_by bigint references account,
    add asked_at   timestamptz,
    add asked_by   bigint references account,
    add wanted_at  timestamptz,
    add correction boolean not null default false,
    add returned   text,
    add check ((asked_at is null) = (asked_by is null)),
    add check (state = 'DRAFT' or version = 1 or (asked_at is not null and published_by is not null)),
    add check (state = 'DRAFT' or correction or effective_at >= published_at);

create unique index condition_list_one_at_a_time on condition_list (province, level, effective_at) where state = 'PUBLISHED';

-- nothing is published that has not been a draft; what was seeded stood here before
create function refuse_ready_made() returns trigger language plpgsql as $$
begin
    raise exception '% of % is refused: a list begins as a draft', tg_op, tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger condition_list_begins_as_a_draft before insert on condition_list
    for each row when (new.state <> 'DRAFT') execute function refuse_ready_made();

-- what a county asks less of counts from its recording on, or later
alter table county_adaptation add check (effective_at >= recorded_at);
