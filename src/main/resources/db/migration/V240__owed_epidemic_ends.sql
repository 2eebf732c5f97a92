-- the day on which a province declares the epidemic ended, which the last owed items are counted from: asked for by one admin,
-- confirmed by another, superseded by the next one that is confirmed
create table epidemic_end (
    id           bigint generated always as identity primary key,
    province     text        not null references division,
    ends_on      date,
    basis        text        not null check (length(basis) between 1 and 200),
    asked_by     bigint      not null references account,
    asked_at     timestamptz not null,
    version      integer,
    confirmed_by bigint references account,
    confirmed_at timestamptz,
    returned_by  bigint references account,
    returned_at  timestamptz,
    returned_why text,
    lock         integer     not null,
    unique (province, version),
    check ((confirmed_at is null) = (confirmed_by is null) and (confirmed_at is null) = (version is null)),
    check ((returned_at is null) = (returned_by is null) and (confirmed_at is null or returned_at is null))
);
comment on column epidemic_end.ends_on is 'null where an end that was declared is taken back';
create unique index epidemic_end_one_asked on epidemic_end (province) where confirmed_at is null and returned_at is null;
create index epidemic_end_in_force on epidemic_end (province, version desc) where version is not null;

create function keep_epidemic_end() returns trigger language plpgsql as $$
begin
    if old.confirmed_at is not null or old.returned_at is not null
        or (old.province, old.ends_on, old.basis, old.asked_by, old.asked_at)
            is distinct from (new.province, new.ends_on, new.basis, new.asked_by, new.asked_at) then
        raise exception 'change of end % is refused: it is superseded by another one', old.id using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger epidemic_end_says_the_same before update on epidemic_end
    for each row execute function keep_epidemic_end();
create trigger epidemic_end_stays before delete on epidemic_end
    for each row execute function refuse_change();
create trigger epidemic_end_is_kept before truncate on epidemic_end
    for each statement execute function refuse_change();
