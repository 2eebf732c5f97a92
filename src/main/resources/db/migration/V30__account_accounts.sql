create table account (
    id            bigint generated always as identity primary key,
    login         text        not null unique check (length(login) between 3 and 40),
    password_hash text        not null,
    name          text        not null,
    role          text        not null check (role in ('ENTERPRISE', 'OFFICIAL', 'COUNTY_ADMIN', 'PROVINCE_ADMIN')),
    scope         text,
    active        boolean     not null,
    opened_at     timestamptz not null,
    version       int         not null,
    check ((role = 'ENTERPRISE') = (scope is null))
);
create index account_staff on account (scope, login) where role <> 'ENTERPRISE';
