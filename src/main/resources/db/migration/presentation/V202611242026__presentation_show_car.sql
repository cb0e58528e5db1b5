-- Cars that stand in the showroom to be looked at.
create table show_car (
    dealership_id int         not null,
    id            uuid        not null,
    model_id      uuid        not null,
    model_name    text        not null,
    label         text        not null,
    place         text        not null,
    added_by      uuid        not null,
    added_at      timestamptz not null,
    removed_by    uuid,
    removed_at    timestamptz,
    constraint show_car_pkey primary key (dealership_id, id),
    constraint show_car_model_fkey foreign key (dealership_id, model_id) references car_model (dealership_id, id),
    constraint show_car_added_fkey foreign key (dealership_id, added_by) references staff_member (dealership_id, id),
    constraint show_car_removed_fkey foreign key (dealership_id, removed_by) references staff_member (dealership_id, id),
    constraint show_car_removed_check check ((removed_at is null) = (removed_by is null))
);

alter table show_car enable row level security;
create policy tenant on show_car to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on show_car to genjin_app;
grant update (removed_by, removed_at) on show_car to genjin_app;

-- What was right when somebody looked; of several checks of a day the newest counts.
create table show_car_check (
    dealership_id int         not null,
    id            uuid        not null,
    show_car_id   uuid        not null,
    right_points  text        not null,
    remark        text,
    checked_by    uuid        not null,
    checked_at    timestamptz not null,
    constraint show_car_check_pkey primary key (dealership_id, id),
    constraint show_car_check_car_fkey foreign key (dealership_id, show_car_id) references show_car (dealership_id, id),
    constraint show_car_check_by_fkey foreign key (dealership_id, checked_by) references staff_member (dealership_id, id)
);
create index show_car_check_of_day on show_car_check (dealership_id, checked_at);

alter table show_car_check enable row level security;
create policy tenant on show_car_check to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on show_car_check to genjin_app;
