-- what is known of a year: the notice its days rest on, and whether somebody has said that it is all there
create table holiday_year (
    year   integer primary key check (year between 2000 and 2100),
    notice text    not null default '',
    loaded boolean not null default false,
    lock   integer not null default 0
);
alter table special_day add column year integer;
update special_day set year = extract(year from day);
insert into holiday_year (year, notice, loaded)
select distinct year, '国务院办公厅关于' || year || '年部分节假日安排的通知'
    || case year when 2020 then '；国务院办公厅关于延长2020年春节假期的通知' else '' end, true
from special_day;
alter table special_day alter column year set not null,
    add foreign key (year) references holiday_year,
    add check (year = extract(year from day));
create index special_day_of_year on special_day (year);
