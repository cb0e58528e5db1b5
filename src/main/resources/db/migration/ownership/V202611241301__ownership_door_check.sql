-- How often a person looked numbers up at the door within ten minutes; counted here so that several servers agree.
create table door_check_window (
    dealership_id int         not null,
    staff_id      uuid        not null,
    begins_at     timestamptz not null,
    checks        int         not null,
    constraint door_check_window_pkey primary key (dealership_id, staff_id, begins_at),
    constraint door_check_window_staff_fkey foreign key (dealership_id, staff_id) references staff_member (dealership_id, id)
);

alter table door_check_window enable row level security;
create policy tenant on door_check_window to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update, delete on door_check_window to genjin_app;
