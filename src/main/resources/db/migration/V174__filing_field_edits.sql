-- the version of each field of a draft, who changed it last and when: two who edit at once keep both their work
alter table filing add column edits jsonb not null default '{}';
alter table enterprise add column edits jsonb not null default '{}';
alter table site add column edits jsonb not null default '{}';
