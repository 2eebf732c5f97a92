-- papers as they were made, by what they were made from; a paper that would be the same is not made twice
create table document (
    source  char(64)    primary key check (source ~ '^[0-9a-f]{64}$'),
    about   text        not null,
    content bytea       not null,
    made_at timestamptz not null
);
comment on column document.source is 'the SHA-256 of the page that the paper shows, with its layout and form; never of text read out of it';
comment on column document.about is 'the record that it is a paper of, as the trail names it: who may see that may see this';

create index document_about on document (about);

create trigger document_says_the_same before update or delete on document
    for each row execute function refuse_change();
create trigger document_is_kept before truncate on document
    for each statement execute function refuse_change();
