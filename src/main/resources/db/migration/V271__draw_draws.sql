-- random draws 双随机: announced with two hashes, revealed at their time by themselves, or cancelled before it with a reason
create sequence draw_id;

create table draw (
    id            bigint primary key,
    no            text        not null unique check (no ~ '^[0-9]{6}-[0-9]{4}-[0-9]{4,}$'),
    county        text        not null references county,
    year          integer     not null,
    serial        integer     not null,
    state         text        not null check (state in ('ANNOUNCED', 'REVEALED', 'CANCELLED')),
    rule          jsonb       not null,
    head          text        not null,
    firms         integer     not null check (firms > 0),
    pool_hash     text        not null check (length(pool_hash) = 64),
    seed_hash     text        not null check (length(seed_hash) = 64),
    seed          text        not null check (length(seed) = 64),
    announced_at  timestamptz not null,
    announced_by  bigint      not null references account,
    reveal_at     timestamptz not null check (reveal_at > announced_at),
    revealed_at   timestamptz check (revealed_at >= reveal_at),
    cancelled_at  timestamptz,
    cancelled_by  bigint references account,
    cancel_reason text check (length(cancel_reason) between 1 and 500),
    unique (county, year, serial),
    check ((state = 'REVEALED') = (revealed_at is not null)),
    check ((state = 'CANCELLED') = (cancelled_at is not null and cancelled_by is not null and cancel_reason is not null))
);
comment on column draw.seed is 'secret until the draw is revealed: read by what reveals it, and afterwards';
comment on column draw.head is 'the lines of the file of the pool before its firms';
create index draw_newest on draw (announced_at desc, id desc);
create index draw_of_county on draw (county, announced_at desc, id desc);

-- A draw is announced once, and then revealed or cancelled once; nothing else of it ever changes.
create function keep_draw() returns trigger language plpgsql as $$
declare
    ending constant text[] := array ['state', 'revealed_at', 'cancelled_at', 'cancelled_by', 'cancel_reason'];
begin
    if old.state <> 'ANNOUNCED' or to_jsonb(old) - ending is distinct from to_jsonb(new) - ending then
        raise exception 'change of draw % is refused: what was announced stays', old.no using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger draw_says_the_same before update on draw for each row execute function keep_draw();
create trigger draw_stays before delete on draw for each row execute function refuse_change();
create trigger draw_is_kept before truncate on draw for each statement execute function refuse_change();

-- the firms of the pool, written before the draw that they belong to; afterwards none is added
create table draw_firm (
    draw_id       bigint  not null references draw deferrable initially deferred,
    no            text collate "C" not null,
    filing_id     bigint  not null references filing,
    enterprise_id bigint  not null references enterprise,
    stratum       integer not null check (stratum > 0),
    tickets       integer not null check (tickets between 1 and 100),
    name          text    not null,
    primary key (draw_id, no)
);

create table draw_inspector (
    draw_id    bigint not null references draw deferrable initially deferred,
    number     text collate "C" not null,
    account_id bigint not null references account,
    primary key (draw_id, number)
);

create function refuse_late_pool() returns trigger language plpgsql as $$
begin
    if exists (select 1 from added join draw on draw.id = added.draw_id) then
        raise exception 'addition to the pool of a draw is refused: it has been announced' using errcode = 'restrict_violation';
    end if;
    return null;
end $$;
create trigger draw_firm_is_early after insert on draw_firm referencing new table as added
    for each statement execute function refuse_late_pool();
create trigger draw_inspector_is_early after insert on draw_inspector referencing new table as added
    for each statement execute function refuse_late_pool();
create trigger draw_firm_stays before update or delete on draw_firm for each row execute function refuse_change();
create trigger draw_firm_is_kept before truncate on draw_firm for each statement execute function refuse_change();
create trigger draw_inspector_stays before update or delete on draw_inspector for each row execute function refuse_change();
create trigger draw_inspector_is_kept before truncate on draw_inspector for each statement execute function refuse_change();

-- what was drawn, and what came of it
create table draw_result (
    draw_id         bigint  not null references draw,
    seq             integer not null,
    place           integer not null,
    no              text collate "C" not null,
    value           text    not null check (length(value) = 64),
    inspectors      text    not null,
    course          text check (course in ('OPENED', 'JOINED', 'ENDED', 'LOW_RISK', 'POSITIVE_LIST', 'CAPPED')),
    verification_id bigint references verification,
    primary key (draw_id, seq),
    foreign key (draw_id, no) references draw_firm,
    check (verification_id is null or course in ('OPENED', 'JOINED'))
);
comment on column draw_result.course is 'null until it has been acted on';
create index draw_result_left on draw_result (draw_id, seq) where course is null;
create index draw_result_of_verification on draw_result (verification_id);

create function keep_draw_result() returns trigger language plpgsql as $$
declare
    coming constant text[] := array ['course', 'verification_id'];
begin
    if old.course is not null or to_jsonb(old) - coming is distinct from to_jsonb(new) - coming then
        raise exception 'change of a result of draw % is refused: what was drawn stays', old.draw_id using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger draw_result_says_the_same before update on draw_result for each row execute function keep_draw_result();
create trigger draw_result_stays before delete on draw_result for each row execute function refuse_change();
create trigger draw_result_is_kept before truncate on draw_result for each statement execute function refuse_change();
