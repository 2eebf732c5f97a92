-- the overview counts the filings and checks of a county by kind and state
create index filing_overview on filing (county, kind, state, due_on) where state <> 'DRAFT';
create index verification_overview on verification (county, state);
