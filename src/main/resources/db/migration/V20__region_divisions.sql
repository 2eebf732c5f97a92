create table division (
    code    text primary key check (code ~ '^[0-9]{6}$'),
    name    text not null,
    name_en text not null,
    level   text not null check (level in ('PROVINCE', 'PREFECTURE')),
    parent  text references division
);

-- a table of its own: a prefecture without counties (Dongguan, for one) is its own county and has the same code
create table county (
    code    text primary key check (code ~ '^[0-9]{6}$'),
    name    text not null,
    name_en text not null,
    parent  text not null references division,
    local   boolean not null
);
comment on column county.local is 'a unit without a national code, with a pseudo-code of this portal';

create table township (
    code   text primary key,
    name   text not null,
    county text not null references county
);
