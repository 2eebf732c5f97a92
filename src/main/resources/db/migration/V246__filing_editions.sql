-- a change is a new version of the same filing: each is a row by itself that stays as it was filed
alter table filing
    add edition    integer not null default 1 check (edition > 0),
    add changes_id bigint references filing,
    add check ((changes_id is null) = (edition = 1));
comment on column filing.edition is 'which version of what was filed it is, counted from one';
comment on column filing.changes_id is 'the version before, which this one changes';

-- of two who change the same version at once, one does
create unique index filing_changed_once on filing (changes_id) where state <> 'DRAFT';
