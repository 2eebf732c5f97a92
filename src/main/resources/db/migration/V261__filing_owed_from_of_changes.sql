-- what a changed filing owes is owed since the version before: a change puts nothing off
do $$
declare
    name text;
begin
    select conname into strict name from pg_constraint
    where conrelid = 'filing'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%owed_from%';
    execute format('alter table filing drop constraint %I', name);
end $$;
alter table filing add constraint filing_owed_from_check check (owed_from is null or kind = 'APPLICATION' or changes_id is not null);
comment on column filing.owed_from is 'from which day the days count in which it owes: an application permitted, or taken effect; of a change, what the first version said; set once';
