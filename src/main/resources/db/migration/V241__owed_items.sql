-- Each item that a filing owes, or owed, as a row, so that lists of them can be walked by their day; written anew at each step of the
-- filing, which keeps what was filed.
create table owed_item (
    id                  bigint generated always as identity primary key,
    filing_id           bigint not null references filing,
    code                text   not null,
    enterprise_id       bigint not null references enterprise,
    county              text   not null references county,
    province            text   not null references division,
    state               text   not null check (state in ('WAITING', 'OPEN', 'SUPPLIED', 'ADVICE', 'VOID')),
    due_on              date,
    days_after_epidemic integer,
    not_before          date,
    supplied_on         date,
    overdue_at          timestamptz,
    told_end            bigint references epidemic_end,
    unique (filing_id, code)
);
comment on column owed_item.state is 'WAITING: with an application that has no reply yet; VOID: its filing has ended';
comment on column owed_item.due_on is 'null while the day is not known';
comment on column owed_item.not_before is 'from this day on the item may be due, whenever the epidemic ended';
comment on column owed_item.overdue_at is 'when it was found overdue, and a check opened';
comment on column owed_item.told_end is 'the end of the epidemic of which the firm was told for this item';
create index owed_item_due on owed_item (county, coalesce(due_on, date '9999-12-31'), id) where state = 'OPEN';
create index owed_item_supplied on owed_item (county, coalesce(supplied_on, date '9999-12-31'), id) where state = 'SUPPLIED';
create index owed_item_overdue on owed_item (due_on) where state = 'OPEN';
create index owed_item_after_epidemic on owed_item (province, id) where days_after_epidemic is not null and state in ('OPEN', 'WAITING');
create index owed_item_of_firm on owed_item (enterprise_id, id);

insert into owed_item (filing_id, code, enterprise_id, county, province, state, due_on, days_after_epidemic, not_before, supplied_on)
select f.id, i.code, f.enterprise_id, f.county, f.province,
    case when i.supplied is not null then 'SUPPLIED'
         when f.advised_at is not null or f.state = 'CLOSED' then 'ADVICE'
         when f.state = 'SUBMITTED' then 'WAITING'
         when f.state in ('EFFECTIVE', 'PERMITTED', 'SUSPENDED') then 'OPEN'
         else 'VOID' end,
    case when i.due is null then f.owed_from + i.after_permission else greatest(i.due, f.owed_from) end,
    i.after_epidemic,
    case when f.kind = 'APPLICATION' then f.owed_from else cast(f.submitted_at at time zone 'Asia/Shanghai' as date) end,
    i.supplied
from filing f cross join lateral (
    select o ->> 'code' code, cast(o ->> 'dueOn' as date) due, cast(o ->> 'daysAfterEpidemic' as integer) after_epidemic,
        cast(o ->> 'daysAfterPermission' as integer) after_permission,
        (select cast(s ->> 'on' as date) from jsonb_array_elements(f.supplied) s where s ->> 'code' = o ->> 'code' limit 1) supplied
    from jsonb_array_elements(f.owed) o) i
where f.state <> 'DRAFT' and f.owed <> '[]';
