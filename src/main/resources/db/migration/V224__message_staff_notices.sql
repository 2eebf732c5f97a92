-- officials and admins are told, too: each account by itself, so that one who has read does not read for the others
alter table notice alter column enterprise_id drop not null;
alter table notice add column account_id bigint references account;
comment on column notice.account_id is 'who is told, where it is no firm';
alter table notice add constraint notice_to_one check (num_nonnulls(enterprise_id, account_id) = 1);
alter table notice drop constraint notice_link_check;
alter table notice add constraint notice_link_check
    check (link ~ case when account_id is null then '^/(my|account)(/|$|\?)' else '^/(desk|admin|account)(/|$|\?)' end);
create unique index notice_once_of_account on notice (account_id, about) where account_id is not null;
create index notice_of_account on notice (account_id, id desc) where account_id is not null;
create index notice_unread_of_account on notice (account_id, id desc) where account_id is not null and read_at is null;
