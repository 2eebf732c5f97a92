-- the desk reads a county's filings in this order; those that nothing is due for come last
create index filing_desk on filing (county, coalesce(due_on, date '9999-12-31'), id) where state <> 'DRAFT';
