-- a firm closes its filing when the work has ended; the other states stay as they are known by then
do $$
declare
    known text;
begin
    select pg_get_constraintdef(oid) into strict known from pg_constraint
    where conrelid = 'filing'::regclass and conname = 'filing_state_check';
    alter table filing drop constraint filing_state_check;
    execute 'alter table filing add constraint filing_state_check ' || replace(known, '''CLOSED''::text', '''CLOSED''::text, ''ENDED''::text');
end $$;
