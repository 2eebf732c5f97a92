-- files come to a draft, and to an item that was owed until it is supplied: what was filed stays as it was
create function takes_files(filing bigint, item text) returns boolean language sql stable as $$
    select exists (select from filing f where f.id = $1 and (f.state = 'DRAFT'
        or f.state in ('SUBMITTED', 'ACCEPTED', 'CORRECTION', 'EFFECTIVE', 'PERMITTED', 'SUSPENDED')
            and f.owed @> jsonb_build_array(jsonb_build_object('code', $2))
            and not f.supplied @> jsonb_build_array(jsonb_build_object('code', $2))))
$$;

create or replace function keep_attachment() returns trigger language plpgsql as $$
begin
    if exists (select from filing where id = coalesce(new.filing_id, old.filing_id) and state <> 'DRAFT'
        and (not takes_files(id, coalesce(new.item, old.item)) or tg_op = 'DELETE' and old.added_at <= submitted_at)) then
        raise exception '% of an attachment is refused: filing % is submitted', tg_op, coalesce(new.filing_id, old.filing_id)
            using errcode = 'restrict_violation';
    end if;
    return coalesce(new, old);
end $$;
