-- row triggers do not see a truncate
create trigger risk_level_change_is_kept before truncate on risk_level_change
    for each statement execute function refuse_change();
