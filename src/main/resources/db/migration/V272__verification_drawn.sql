-- a check may be opened because its filing was drawn at random; the other reasons stay as they are known by then
do $$
declare
    known text;
begin
    select pg_get_constraintdef(oid) into strict known from pg_constraint
    where conrelid = 'verification'::regclass and conname = 'verification_opened_for_check';
    alter table verification drop constraint verification_opened_for_check;
    execute 'alter table verification add constraint verification_opened_for_check '
        || replace(known, '''OWED''::text', '''OWED''::text, ''DRAWN''::text');
end $$;

-- how often a firm has been checked in a year
create index verification_of_firm on verification (enterprise_id, opened_at);
