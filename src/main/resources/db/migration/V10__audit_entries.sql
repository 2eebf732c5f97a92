create table audit_entry (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    actor   text        not null,
    role    text        not null,
    remote  text,
    action  text        not null,
    subject text        not null,
    county  text,
    before  jsonb       not null,
    after   jsonb       not null
);
create index audit_entry_subject on audit_entry (subject, id);
create index audit_entry_county on audit_entry (county, at);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% of % is refused: what is recorded stays', tg_op, tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger audit_entry_stays before update or delete on audit_entry
    for each row execute function refuse_change();
create trigger audit_entry_is_kept before truncate on audit_entry
    for each statement execute function refuse_change();
