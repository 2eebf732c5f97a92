-- an application that waits for its reply takes nothing away: what its site has in force stands beside it until it is permitted
drop index filing_one_live;
create unique index filing_one_in_force on filing (site_id) where state in ('RECORDED', 'EFFECTIVE', 'PERMITTED', 'SUSPENDED');
create unique index filing_one_undecided on filing (site_id) where state in ('SUBMITTED', 'ACCEPTED', 'CORRECTION');

-- of two who change the same version at once, one does; what was not permitted, or taken back, leaves that version to be changed again
drop index filing_changed_once;
create unique index filing_changed_once on filing (changes_id)
    where state not in ('DRAFT', 'REFUSED', 'NOT_ACCEPTED', 'WITHDRAWN', 'CLOSED');
