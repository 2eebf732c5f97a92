-- What was filed is evidence: a submitted filing goes on, to be decided, checked or replaced, but what it says stays, and so does the row.
create function keep_filing() returns trigger language plpgsql as $$
declare
    moving constant text[] := array ['state', 'due_on', 'updated_at', 'decision', 'superseded_by', 'version'];
begin
    if new.state = 'DRAFT'
        or to_jsonb(old) - moving is distinct from to_jsonb(new) - moving
        or old.decision is not null and new.decision is distinct from old.decision
        or old.superseded_by is not null and new.superseded_by is distinct from old.superseded_by then
        raise exception 'change of filing % is refused: what was filed stays', old.no using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create trigger filing_says_the_same before update on filing
    for each row when (old.state <> 'DRAFT') execute function keep_filing();
create trigger filing_stays before delete on filing
    for each row when (old.state <> 'DRAFT') execute function refuse_change();
create trigger filing_is_kept before truncate on filing
    for each statement execute function refuse_change();
