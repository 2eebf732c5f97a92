-- row triggers do not see a truncate
create trigger condition_list_is_kept before truncate on condition_list
    for each statement execute function refuse_change();
create trigger county_adaptation_is_kept before truncate on county_adaptation
    for each statement execute function refuse_change();
