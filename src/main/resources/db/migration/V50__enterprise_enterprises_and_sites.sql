create table enterprise (
    id                   bigint generated always as identity primary key,
    account_id           bigint      not null unique references account,
    credit_code          text        not null unique check (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
    name                 text        not null check (length(name) between 1 and 100),
    legal_representative text        not null check (length(legal_representative) between 1 and 50),
    contact              text        not null check (length(contact) between 1 and 50),
    phone                text        not null check (length(phone) between 5 and 20),
    registered_address   text        check (length(registered_address) between 1 and 200),
    industry             text        check (industry ~ '^[0-9]{2}$'),
    staff                integer     check (staff >= 0),
    revenue              numeric(14, 2) check (revenue >= 0),
    assets               numeric(14, 2) check (assets >= 0),
    key_class            text        check (key_class in ('EPIDEMIC_GOODS', 'CITY_OPERATION', 'DAILY_NECESSITIES', 'NATIONAL_ECONOMY', 'LEADING_OR_KEY_PROJECT', 'GENERAL')),
    size_class           text        check (size_class in ('LARGE', 'MEDIUM', 'SMALL', 'MICRO')),
    registered_at        timestamptz not null,
    version              integer     not null
);
comment on column enterprise.revenue is 'last year, in 10,000 CNY';
comment on column enterprise.assets is 'in total, in 10,000 CNY';
comment on column enterprise.size_class is 'follows from industry, staff, revenue and assets; kept for searching';

create table site (
    id            bigint generated always as identity primary key,
    enterprise_id bigint  not null references enterprise,
    name          text    not null check (length(name) between 1 and 100),
    address       text    not null check (length(address) between 1 and 200),
    county        text    not null references county,
    township      text    references township,
    park          text    check (length(park) between 1 and 100),
    version       integer not null,
    unique (enterprise_id, name)
);
create index site_county on site (county, enterprise_id);
