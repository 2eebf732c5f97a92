-- a password forgotten: asked for under whatever login was typed, so that the row is the same whether there is such an account
create table password_reset (
    id         uuid primary key,
    login      text        not null check (length(login) <= 40),
    asked_at   timestamptz not null,
    prepared   boolean     not null default false,
    account_id bigint      references account,
    code_hash  text,
    expires_at timestamptz not null,
    attempts   integer     not null default 0,
    used_at    timestamptz,
    check ((account_id is null) = (code_hash is null)),
    check (code_hash is null or prepared)
);
comment on column password_reset.prepared is 'whether the job has looked for the account and, where there is one with an address, sent a code';
create index password_reset_open on password_reset (asked_at) where not prepared;
create index password_reset_old on password_reset (expires_at);
