-- when and from where a commitment was signed, beside what was signed and by whom
alter table filing add signed_at timestamptz, add signed_from text check (length(signed_from) <= 64);
comment on column filing.letter_hash is 'the SHA-256 of the letter in UTF-8, as it was signed';
comment on column filing.signed_from is 'the network address that the signature was sent from: personal data; null where it did not come by the web';

-- the trail has had both from the beginning
alter table filing disable trigger filing_says_the_same;
update filing set signed_at = submitted_at where letter is not null;
update filing set signed_at = entry.at, signed_from = left(entry.remote, 64) from audit_entry entry
where letter is not null and entry.subject = 'filing:' || filing.id and entry.action in ('filing.submitted', 'filing.signed')
    and entry.after ->> 'letterHash' = letter_hash;
alter table filing enable trigger filing_says_the_same;
alter table filing add check ((letter is null) = (signed_at is null)), add check (signed_from is null or letter is not null);

create or replace function keep_filing() returns trigger language plpgsql as $$
declare
    moving constant text[] := array ['state', 'due_on', 'updated_at', 'decision', 'superseded_by', 'advised_at', 'supplied', 'owed_from',
        'version'];
    -- an application may be signed as a commitment later, once
    signature constant text[] := array ['letter', 'letter_hash', 'signed_name', 'signed_role', 'signed_at', 'signed_from'];
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
