-- the bytes of a file once, however often it is attached
create table attachment_content (
    sha256    text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    type      text    not null check (type in ('JPEG', 'PNG', 'PDF', 'DOCX', 'XLSX')),
    size      integer not null check (size > 0 and size = length(bytes)),
    width     integer,
    height    integer,
    bytes     bytea   not null,
    thumbnail bytea,
    check ((width is null) = (type not in ('JPEG', 'PNG')) and (height is null) = (width is null) and (thumbnail is null) = (width is null))
);
comment on column attachment_content.sha256 is 'of the bytes that are kept: of a picture those that were written anew';
-- none of these types shrinks when it is packed again
alter table attachment_content alter column bytes set storage external;

create table attachment (
    id            bigint generated always as identity primary key,
    enterprise_id bigint      not null references enterprise,
    filing_id     bigint      not null references filing on delete cascade,
    item          text        not null,
    sha256        text        not null references attachment_content,
    name          text        not null check (length(name) between 1 and 120),
    position      integer     not null,
    added_at      timestamptz not null,
    added_by      bigint      not null references account,
    unique (filing_id, item, sha256)
);
create index attachment_of_content on attachment (sha256);

-- what was filed is evidence: files come to a draft and leave a draft, and stay once it is submitted
create function keep_attachment() returns trigger language plpgsql as $$
begin
    if exists (select from filing where id = coalesce(new.filing_id, old.filing_id) and state <> 'DRAFT') then
        raise exception '% of an attachment is refused: filing % is submitted', tg_op, coalesce(new.filing_id, old.filing_id)
            using errcode = 'restrict_violation';
    end if;
    return coalesce(new, old);
end $$;
create trigger attachment_of_a_draft before insert or delete on attachment
    for each row execute function keep_attachment();
create trigger attachment_stays before update on attachment
    for each row execute function refuse_change();
create trigger attachment_is_kept before truncate on attachment
    for each statement execute function refuse_change();

-- Bytes that nothing is attached by any more go at once. Who attaches the same meanwhile holds the same lock, by which the one
-- waits for the other.
create function drop_unattached() returns trigger language plpgsql as $$
declare
    content text;
begin
    for content in select distinct sha256 from gone order by 1 loop
        perform pg_advisory_xact_lock(hashtextextended(content, 0));
        delete from attachment_content c where c.sha256 = content and not exists (select from attachment a where a.sha256 = content);
    end loop;
    return null;
end $$;
create trigger attachment_leaves_no_bytes after delete on attachment
    referencing old table as gone for each statement execute function drop_unattached();
create trigger attachment_content_stays before update on attachment_content
    for each row execute function refuse_change();
create trigger attachment_content_is_kept before truncate on attachment_content
    for each statement execute function refuse_change();
