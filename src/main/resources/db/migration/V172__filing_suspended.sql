-- an order to stop holds for a place: each submission looks for those of its firm, which may have many filings
create index filing_suspended on filing (enterprise_id) where state = 'SUSPENDED';
