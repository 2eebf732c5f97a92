-- what a check was opened for: a filing that took effect, or owed items that were not supplied by their day
alter table verification add opened_for text not null default 'FILING' check (opened_for in ('FILING', 'OWED'));
