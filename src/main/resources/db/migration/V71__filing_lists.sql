alter table filing
    add foreign key (list_id) references condition_list,
    add foreign key (adaptation_id) references county_adaptation;
