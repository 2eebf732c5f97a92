-- a change that reaches back says so; what was recorded before, and what was seeded, did not have to
alter table risk_level_change add correction boolean not null default false;
