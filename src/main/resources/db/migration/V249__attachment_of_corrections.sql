-- files come to an item that a firm is asked to put right, too, until it has answered
create or replace function takes_files(filing bigint, item text) returns boolean language sql stable as $$
    select exists (select from filing f where f.id = $1 and (f.state = 'DRAFT'
        or f.state in ('SUBMITTED', 'ACCEPTED', 'CORRECTION', 'EFFECTIVE', 'PERMITTED', 'SUSPENDED')
            and f.owed @> jsonb_build_array(jsonb_build_object('code', $2))
            and not f.supplied @> jsonb_build_array(jsonb_build_object('code', $2))
        or f.state = 'CORRECTION' and exists (select from correction c where c.filing_id = f.id and c.answered_at is null
            and c.points @> jsonb_build_array(jsonb_build_object('target', $2)))))
$$;
