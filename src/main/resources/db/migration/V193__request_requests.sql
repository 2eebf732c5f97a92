-- what was asked beyond the law, told to the level above the unit that asked; the county has no way to it
create sequence request_serial;

create table request (
    id            bigint generated always as identity primary key,
    no            text        not null unique check (no ~ '^[0-9]{6}-[0-9]{5,12}$'),
    code          text unique check (length(code) = 22),
    demand        text        not null check (demand in ('PAPER_BEYOND_LIST', 'DEPOSIT', 'APPROVAL_AT_LOW')),
    county        text        not null references county,
    province      text        not null references division,
    unit          text        not null,
    matter        text        not null,
    happened_on   date        not null,
    filing_no     text,
    phone         text,
    enterprise_id bigint references enterprise,
    sent_at       timestamptz not null,
    answer        text,
    answered_at   timestamptz,
    answered_by   bigint references account,
    version       integer     not null,
    check ((enterprise_id is null) = (code is not null)),
    check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null))
);
comment on column request.code is 'with which somebody without an account looks the answer up; nobody guesses it';

create index request_open on request (province, id) where answer is null;
create index request_of_province on request (province, id desc);
create index request_of_firm on request (enterprise_id, id desc) where enterprise_id is not null;

-- what was told stays as it was told, and is answered once
create function keep_request() returns trigger language plpgsql as $$
declare
    moving constant text[] := array ['answer', 'answered_at', 'answered_by', 'version'];
begin
    if old.answer is not null or to_jsonb(old) - moving is distinct from to_jsonb(new) - moving then
        raise exception 'change of request % is refused: what was told and answered stays', old.no using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger request_says_the_same before update on request
    for each row execute function keep_request();
create trigger request_stays before delete on request
    for each row execute function refuse_change();
create trigger request_is_kept before truncate on request
    for each statement execute function refuse_change();
