-- how many conditions a version has, so that an overview need not read their texts
alter table condition_list add items integer not null generated always as (jsonb_array_length(content -> 'items')) stored;
