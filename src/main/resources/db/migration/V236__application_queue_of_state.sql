-- the queue of one state is walked by an index, not picked out of the queue of all
alter table application add state text check (state in ('SUBMITTED', 'ACCEPTED', 'CORRECTION'));
update application set state = f.state from filing f where f.id = filing_id and f.state in ('SUBMITTED', 'ACCEPTED', 'CORRECTION');
update application set state = case when accepted_at is null then 'SUBMITTED' else 'ACCEPTED' end where state is null;
alter table application alter state set not null;
comment on column application.state is 'what its filing is in while it is open; afterwards what it was in when it ended';
create index application_queue_of_state on application (county, state, queue_on, filing_id) where closed_at is null;
