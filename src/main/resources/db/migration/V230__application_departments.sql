-- officials work for a department of their county; those without one sit at its general desk
alter table account add department text check (department in ('HEALTH', 'EMERGENCY', 'MARKET', 'ENVIRONMENT', 'HUMAN_RESOURCES',
    'TRANSPORT', 'INDUSTRY', 'TRADE', 'CONSTRUCTION', 'AGRICULTURE', 'PARK'));
alter table account add check (department is null or role = 'OFFICIAL');

-- who leads and who takes part, by the kind of firm; without a row of the county the province's usual division of work holds
create table sector_arrangement (
    county       text    not null references county,
    sector       text    not null check (sector in ('INDUSTRY', 'TRADE', 'CONSTRUCTION', 'AGRICULTURE', 'PARK')),
    lead         text    not null,
    participants jsonb   not null,
    version      integer not null,
    primary key (county, sector)
);
