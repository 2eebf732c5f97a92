-- what waits for a county is counted by state, what is due first in front
drop index verification_overview;
create index verification_overview on verification (county, state, coalesce(due_on, date '9999-12-31'));
