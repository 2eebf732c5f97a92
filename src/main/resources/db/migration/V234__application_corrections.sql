-- the one round of corrections of an application: what was asked, and what the firm answered; the key lets there be no second one
create table correction (
    filing_id   bigint      primary key references application,
    points      jsonb       not null check (jsonb_array_length(points) > 0),
    asked_at    timestamptz not null,
    asked_by    text        not null,
    answers     jsonb,
    answered_at timestamptz,
    answered_by text,
    version     integer     not null,
    check ((answers is null) = (answered_at is null) and (answered_at is null) = (answered_by is null))
);

create function keep_correction() returns trigger language plpgsql as $$
begin
    if old.answered_at is not null or to_jsonb(old) - array ['answers', 'answered_at', 'answered_by', 'version']
        is distinct from to_jsonb(new) - array ['answers', 'answered_at', 'answered_by', 'version'] then
        raise exception 'change of the correction of filing % is refused', old.filing_id using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger correction_says_the_same before update on correction for each row execute function keep_correction();
create trigger correction_stays before delete on correction for each row execute function refuse_change();
create trigger correction_is_kept before truncate on correction for each statement execute function refuse_change();
