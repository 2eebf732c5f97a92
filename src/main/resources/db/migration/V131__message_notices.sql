create table notice (
    id            bigint generated always as identity primary key,
    enterprise_id bigint      not null references enterprise,
    about         text        not null,
    key           text        not null,
    arguments     jsonb       not null,
    link          text        not null check (link ~ '^/my(/|$|\?)'),
    sent_at       timestamptz not null,
    read_at       timestamptz,
    unique (enterprise_id, about)
);
comment on column notice.about is 'what it tells of: nobody is told the same twice';
create index notice_of_firm on notice (enterprise_id, id desc);
create index notice_unread on notice (enterprise_id, id desc) where read_at is null;

-- what somebody was told stays as it was told; only that it was read is added, once
create function keep_notice() returns trigger language plpgsql as $$
begin
    if old.read_at is not null or to_jsonb(old) - 'read_at' is distinct from to_jsonb(new) - 'read_at' then
        raise exception 'change of notice % is refused: what was sent stays', old.id using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger notice_says_the_same before update on notice
    for each row execute function keep_notice();
create trigger notice_stays before delete on notice
    for each row execute function refuse_change();
create trigger notice_is_kept before truncate on notice
    for each statement execute function refuse_change();
