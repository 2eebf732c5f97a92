create table risk_level_change (
    id           bigint generated always as identity primary key,
    county       text        not null references county,
    level        text        not null check (level in ('LOW', 'MEDIUM', 'HIGH')),
    effective_at timestamptz not null,
    notice       text        not null,
    set_by       bigint references account,
    recorded_at  timestamptz not null
);
create index risk_level_change_latest on risk_level_change (county, effective_at desc, id desc);
create trigger risk_level_change_stays before update or delete on risk_level_change
    for each row execute function refuse_change();

-- on 2020-03-19 every county of Ningxia and Ningdong was at low risk
insert into risk_level_change (county, level, effective_at, notice, recorded_at)
select county.code, 'LOW', timestamptz '2020-03-19 00:00+08', '宁夏各县（市、区）及宁东风险等级（2020年3月19日，均为低风险）', now()
from county join division above on above.code = county.parent
where above.code = '640000' or above.parent = '640000';
