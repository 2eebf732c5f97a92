-- files on their way, a piece at a time: a line may break in the middle of one
create table attachment_upload (
    id         uuid primary key default gen_random_uuid(),
    account_id bigint      not null references account,
    filing_id  bigint      not null references filing on delete cascade,
    item       text        not null,
    name       text        not null check (length(name) <= 300),
    size       integer     not null check (size > 0),
    sha256     text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    received   integer     not null default 0 check (received between 0 and size),
    touched_at timestamptz not null,
    unique (account_id, filing_id, item, sha256, size)
);
create index attachment_upload_touched on attachment_upload (touched_at);
create index attachment_upload_of_filing on attachment_upload (filing_id);

create table attachment_upload_piece (
    upload_id uuid    not null references attachment_upload on delete cascade,
    starts    integer not null,
    bytes     bytea   not null check (length(bytes) > 0),
    primary key (upload_id, starts)
);
alter table attachment_upload_piece alter column bytes set storage external;
