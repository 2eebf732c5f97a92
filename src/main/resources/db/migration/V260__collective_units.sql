-- a site of a firm that stands for a unit which it files for: a tenant of its venue, a section of its project
alter table site add unit boolean not null default false;

-- the units of one site, a venue or a project, whose operator files for them
create table unit_list (
    id            bigint generated always as identity primary key,
    enterprise_id bigint      not null references enterprise,
    site_id       bigint      not null unique references site,
    token         text        not null unique check (length(token) = 22),
    open          boolean     not null,
    opened_at     timestamptz not null,
    version       integer     not null
);
comment on column unit_list.token is 'of the link by which units enter themselves; whoever has it reads nothing by it';
create index unit_list_of_enterprise on unit_list (enterprise_id, id);

-- a unit stands on one list only, wherever that is
create table unit (
    id             bigint generated always as identity primary key,
    list_id        bigint      not null references unit_list,
    credit_code    text        not null unique check (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
    name           text        not null check (length(name) between 1 and 50),
    place          text        not null check (length(place) between 1 and 30),
    responsible    text        not null check (length(responsible) between 1 and 50),
    phone          text        not null check (length(phone) between 5 and 20),
    total_staff    integer     not null check (total_staff >= planned_staff),
    planned_staff  integer     not null check (planned_staff > 0),
    from_outside   integer     not null check (from_outside between 0 and planned_staff),
    from_high_risk integer     not null check (from_high_risk between 0 and planned_staff),
    declared       integer     not null check (declared >= 0),
    by_link        boolean     not null,
    site_id        bigint      unique references site,
    entered_at     timestamptz not null,
    version        integer     not null
);
comment on column unit.declared is 'people who have declared their health';
comment on column unit.by_link is 'whether the unit entered itself';
comment on column unit.site_id is 'the site that its filing is for, once that was begun';
create index unit_of_list on unit (list_id, id);
