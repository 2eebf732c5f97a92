-- an application is accepted, sent back once to be put right, or not taken up
alter table filing drop constraint filing_state_check;
alter table filing add constraint filing_state_check check (state in ('DRAFT', 'RECORDED', 'EFFECTIVE', 'SUBMITTED', 'ACCEPTED',
    'CORRECTION', 'PERMITTED', 'REFUSED', 'NOT_ACCEPTED', 'SUSPENDED', 'WITHDRAWN', 'CHANGED', 'CLOSED'));
drop index filing_one_live;
create unique index filing_one_live on filing (site_id)
    where state in ('RECORDED', 'EFFECTIVE', 'SUBMITTED', 'ACCEPTED', 'CORRECTION', 'PERMITTED', 'SUSPENDED');
drop index filing_open;
create index filing_open on filing (county, id)
    where state in ('DRAFT', 'RECORDED', 'EFFECTIVE', 'SUBMITTED', 'ACCEPTED', 'CORRECTION', 'PERMITTED', 'SUSPENDED');

-- what was filed stays; only where the county has asked for a correction may its firm say something else, once
drop trigger filing_says_the_same on filing;
create trigger filing_says_the_same before update on filing
    for each row when (old.state <> 'DRAFT' and not (old.state = 'CORRECTION' and new.state = 'SUBMITTED')) execute function keep_filing();

create function keep_corrected_filing() returns trigger language plpgsql as $$
declare
    moving constant text[] := array ['state', 'due_on', 'updated_at', 'version', 'plan', 'facts', 'answers', 'findings', 'planned_staff'];
begin
    if to_jsonb(old) - moving is distinct from to_jsonb(new) - moving then
        raise exception 'change of filing % is refused: a correction changes what was stated', old.no using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger filing_is_corrected before update on filing
    for each row when (old.state = 'CORRECTION' and new.state = 'SUBMITTED') execute function keep_corrected_filing();
