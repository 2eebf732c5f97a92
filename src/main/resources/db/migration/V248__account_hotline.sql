-- clerks of the hotline enter for firms that cannot, and see nothing else of a county
alter table account drop constraint account_role_check;
alter table account add constraint account_role_check check (role in ('ENTERPRISE', 'OFFICIAL', 'HOTLINE', 'COUNTY_ADMIN', 'PROVINCE_ADMIN'));
