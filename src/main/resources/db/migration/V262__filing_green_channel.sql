-- the desk reads what is due of key classes first, then what else is due; what nothing is due for comes last
create index filing_desk_green on filing (county, (case when due_on is null then date '9999-12-31'
    when coalesce(subject ->> 'keyClass', 'GENERAL') <> 'GENERAL' then due_on else due_on + 365000 end), id) where state <> 'DRAFT';
drop index filing_desk;
