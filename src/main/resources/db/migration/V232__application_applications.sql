-- how the county deals with an application: who leads, how pressing it is, how far it is
create table application (
    filing_id   bigint      primary key references filing,
    county      text        not null references county,
    sector      text        not null,
    lead        text        not null,
    green       boolean     not null,
    joint       boolean     not null,
    clock_from  date        not null,
    due_on      date,
    accepted_at timestamptz,
    replied_at  timestamptz,
    on_time     boolean,
    closed_at   timestamptz,
    -- the green channel goes first in every queue: what is not of it stands a thousand years later in the order
    queue_on    date        not null generated always as (coalesce(due_on, date '5000-01-01') + case when green then 0 else 365000 end) stored,
    version     integer     not null,
    check ((on_time is null) = (replied_at is null)),
    check (replied_at is null or closed_at is not null)
);
comment on column application.green is 'of a key class, and so first in every queue';
comment on column application.joint is 'above the threshold of planned staff, so that it is reviewed jointly';
comment on column application.clock_from is 'the day of submission, or of the answer to a correction, from which the days of the reply count';
comment on column application.due_on is 'the last day of the reply; null while the clock stands still';
comment on column application.closed_at is 'since when nothing is to be decided any more, by a reply or because the filing ended';
create index application_queue on application (county, queue_on, filing_id) where closed_at is null;
create index application_queue_of_lead on application (county, lead, queue_on, filing_id) where closed_at is null;
create index application_overdue on application (due_on) where closed_at is null;
create index application_replied on application (county, replied_at) where replied_at is not null;
create trigger application_stays before delete on application for each row execute function refuse_change();
create trigger application_is_kept before truncate on application for each statement execute function refuse_change();

-- what a department says of an application: its task, opened for all of them at the same moment
create table opinion (
    id         bigint      generated always as identity primary key,
    filing_id  bigint      not null references application,
    county     text        not null references county,
    department text        not null,
    categories text        not null,
    state      text        not null check (state in ('OPEN', 'GIVEN', 'VOID')),
    agrees     boolean,
    reasons    jsonb       not null,
    note       text        check (length(note) <= 500),
    green      boolean     not null,
    opened_at  timestamptz not null,
    due_on     date        not null,
    ended_at   timestamptz,
    given_by   text,
    queue_on   date        not null generated always as (due_on + case when green then 0 else 365000 end) stored,
    version    integer     not null,
    unique (filing_id, department),
    check ((state = 'GIVEN') = (agrees is not null)),
    check ((state = 'OPEN') = (ended_at is null))
);
-- a department reads its own tasks, the general desk those of all departments
create index opinion_queue on opinion (county, department, queue_on, id) where state = 'OPEN';
create index opinion_queue_of_all on opinion (county, queue_on, id) where state = 'OPEN';

create function keep_opinion() returns trigger language plpgsql as $$
declare
    -- what is generated is not there yet before an update
    moving constant text[] := array ['state', 'agrees', 'reasons', 'note', 'ended_at', 'given_by', 'queue_on', 'version'];
begin
    if old.state <> 'OPEN' or to_jsonb(old) - moving is distinct from to_jsonb(new) - moving then
        raise exception 'change of opinion % is refused: what was said stays', old.id using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger opinion_says_the_same before update on opinion for each row execute function keep_opinion();
create trigger opinion_stays before delete on opinion for each row execute function refuse_change();
create trigger opinion_is_kept before truncate on opinion for each statement execute function refuse_change();

-- who has a file open: told to colleagues for some minutes, and worth nothing after a crash
create unlogged table application_reader (
    filing_id  bigint      not null,
    account_id bigint      not null,
    seen_at    timestamptz not null,
    primary key (filing_id, account_id)
);

-- those that were there before departments came in; whether their replies were in time is not known, so they count in no rate
insert into application (filing_id, county, sector, lead, green, joint, clock_from, due_on, closed_at, version)
select id, county, sector, sector, coalesce(subject ->> 'keyClass', 'GENERAL') <> 'GENERAL', coalesce(planned_staff, 0) > 100,
    (submitted_at at time zone 'Asia/Shanghai')::date, due_on, case when state <> 'SUBMITTED' then updated_at end, 0
from filing cross join lateral (select case
        when subject ->> 'park' is not null then 'PARK'
        when industry between '01' and '05' then 'AGRICULTURE'
        when industry between '47' and '50' then 'CONSTRUCTION'
        when industry between '06' and '46' then 'INDUSTRY'
        else 'TRADE' end sector) kind_of_firm
where kind = 'APPLICATION' and state <> 'DRAFT';
