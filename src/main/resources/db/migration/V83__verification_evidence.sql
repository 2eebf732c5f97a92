-- A check stays on record: whose it is never changes, what was decided is not reworded, and once it is closed nothing changes at all.
create function keep_verification() returns trigger language plpgsql as $$
begin
    if old.closed_at is not null
        or (old.filing_id, old.county, old.enterprise_id, old.opened_at) is distinct from (new.filing_id, new.county, new.enterprise_id, new.opened_at)
        or old.outcome is not null
            and (old.outcome, old.statement, old.results, old.decided_at, old.decided_by) is distinct from (new.outcome, new.statement, new.results, new.decided_at, new.decided_by) then
        raise exception 'change of verification % is refused: what is recorded stays', old.id using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create trigger verification_says_the_same before update on verification
    for each row execute function keep_verification();
create trigger verification_stays before delete on verification
    for each row execute function refuse_change();
create trigger verification_is_kept before truncate on verification
    for each statement execute function refuse_change();
