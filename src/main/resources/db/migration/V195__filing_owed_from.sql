-- what is owed with an application is due so many days after work may start, which nobody knows when it is filed
alter table filing add owed_from date check (owed_from is null or kind = 'APPLICATION');
comment on column filing.owed_from is 'from which day the days count in which an application owes: permitted, or taken effect; set once';

create or replace function keep_filing() returns trigger language plpgsql as $$
declare
    moving constant text[] := array ['state', 'due_on', 'updated_at', 'decision', 'superseded_by', 'advised_at', 'supplied', 'owed_from',
        'version'];
    -- an application may be signed as a commitment later, once
    signature constant text[] := array ['letter', 'letter_hash', 'signed_name', 'signed_role'];
    kept jsonb := to_jsonb(old) - moving;
    now_said jsonb := to_jsonb(new) - moving;
begin
    if old.kind = 'APPLICATION' and old.letter is null and new.letter is not null then
        kept := kept - signature;
        now_said := now_said - signature;
    end if;
    if new.state = 'DRAFT'
        or kept is distinct from now_said
        or not new.supplied @> old.supplied
        or old.owed_from is not null and new.owed_from is distinct from old.owed_from
        or old.decision is not null and new.decision is distinct from old.decision
        or old.advised_at is not null and new.advised_at is distinct from old.advised_at
        or old.superseded_by is not null and new.superseded_by is distinct from old.superseded_by then
        raise exception 'change of filing % is refused: what was filed stays', old.no using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
