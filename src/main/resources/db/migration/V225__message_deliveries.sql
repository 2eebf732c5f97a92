-- how somebody wants to be told besides the portal, and in which language
create table contact (
    account_id bigint  primary key references account,
    language   text    not null check (language in ('CHINESE', 'ENGLISH')),
    version    integer not null
);

create table contact_address (
    account_id      bigint  not null references contact,
    channel         text    not null check (channel in ('MAIL', 'SMS')),
    address         text    not null check (length(address) between 3 and 254),
    wanted          boolean not null,
    confirmed_at    timestamptz,
    failed_at       timestamptz,
    code_hash       text,
    code_expires_at timestamptz,
    code_attempts   integer not null default 0,
    primary key (account_id, channel),
    check (channel <> 'SMS' or address ~ '^1[3-9]\d{9}$'),
    check ((code_hash is null) = (code_expires_at is null))
);
comment on column contact_address.confirmed_at is 'when a code that was sent there was typed in; nothing else goes to an address before';
comment on column contact_address.failed_at is 'when the address was found to take nothing; it is to be confirmed anew';

-- what is to be sent, written together with what it tells of and sent by a job afterwards
create table delivery (
    id         bigint generated always as identity primary key,
    account_id bigint      not null references account,
    channel    text        not null check (channel in ('MAIL', 'SMS')),
    notice_id  bigint      references notice,
    address    text,
    key        text,
    arguments  jsonb,
    urgent     boolean     not null,
    state      text        not null check (state in ('WAITING', 'SENT', 'FAILED', 'DROPPED')),
    attempts   integer     not null,
    due_at     timestamptz not null,
    created_at timestamptz not null,
    ended_at   timestamptz,
    problem    text,
    unique (notice_id, account_id, channel),
    check ((notice_id is null) = (key is not null)),
    check (notice_id is null or address is null),
    check (state <> 'WAITING' or notice_id is not null or address is not null),
    check ((state = 'WAITING') = (ended_at is null))
);
comment on column delivery.address is 'of what is no notice, such as a code: where it goes; erased with the code once it has ended';
comment on column delivery.state is 'DROPPED: its reader does not want it any more, or has no address that was confirmed';
comment on column delivery.due_at is 'not before this it is tried (again); while it is tried, when somebody else takes it over';
create index delivery_due on delivery (urgent desc, due_at, id) where state = 'WAITING';
create index delivery_failed on delivery (id desc) where state = 'FAILED';
