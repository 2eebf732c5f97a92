-- Names of objects in a store outside of the database, each written here before the object is: whatever is broken off, what nothing
-- refers to is known and can be deleted.
create table attachment_object (
    name         text primary key,
    unused_since timestamptz
);
comment on column attachment_object.unused_since is 'null while a content is kept in it; from the beginning until one is';
create index attachment_object_unused on attachment_object (unused_since) where unused_since is not null;

alter table attachment_content alter column bytes drop not null;
alter table attachment_content add column object text unique references attachment_object;
alter table attachment_content add constraint attachment_content_is_kept_once check ((bytes is null) <> (object is null));

-- what a firm has attached before, newest first
create index attachment_of_enterprise on attachment (enterprise_id, id);

create or replace function drop_unattached() returns trigger language plpgsql as $$
declare
    content text;
    left_in text;
begin
    for content in select distinct sha256 from gone order by 1 loop
        perform pg_advisory_xact_lock(hashtextextended(content, 0));
        left_in := null;
        delete from attachment_content c where c.sha256 = content and not exists (select from attachment a where a.sha256 = content)
            returning object into left_in;
        update attachment_object set unused_since = now() where name = left_in;
    end loop;
    return null;
end $$;
