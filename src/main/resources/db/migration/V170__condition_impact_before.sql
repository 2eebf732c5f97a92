-- an adaptation is held against the revision whose place it takes, which need not be the last one recorded
alter table impact add before_id bigint references county_adaptation;
