-- sessions begun before this moment have ended: the account was closed, given another role, or another password
alter table account add column sessions_since timestamptz;
update account set sessions_since = opened_at;
alter table account alter column sessions_since set not null;
