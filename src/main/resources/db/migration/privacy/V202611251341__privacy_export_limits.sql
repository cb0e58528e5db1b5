-- How many customers' data a person may take out of the house, and how many numbers see in full, on one day.
create table export_limits (
    dealership_id int         not null,
    consultant    int         not null,
    manager       int         not null,
    reveal_alarm  int         not null,
    reveal_most   int         not null,
    changed_by    uuid        not null,
    changed_at    timestamptz not null,
    constraint export_limits_pkey primary key (dealership_id),
    constraint export_limits_staff_fkey foreign key (dealership_id, changed_by) references staff_member (dealership_id, id),
    constraint export_limits_rows_check check (consultant between 0 and 1000000 and manager between 0 and 1000000),
    constraint export_limits_reveal_check check (reveal_alarm between 1 and reveal_most and reveal_most <= 1000000)
);

alter table export_limits enable row level security;
create policy tenant on export_limits to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update on export_limits to genjin_app;

-- What a person took and saw on a day: counted in the transaction of the look, so that two at once are counted one after the other.
create table look_day (
    dealership_id int  not null,
    staff_id      uuid not null,
    day           date not null,
    taken         int  not null,
    revealed      int  not null,
    constraint look_day_pkey primary key (dealership_id, staff_id, day),
    constraint look_day_staff_fkey foreign key (dealership_id, staff_id) references staff_member (dealership_id, id)
);

alter table look_day enable row level security;
create policy tenant on look_day to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update on look_day to genjin_app;

-- Somebody needs more on a day than the limit gives, and a manager says yes or no.
create table export_request (
    dealership_id int         not null,
    id            uuid        not null,
    staff_id      uuid        not null,
    day           date        not null,
    customers     int         not null,
    reason        text        not null,
    asked_at      timestamptz not null,
    granted       boolean,
    decided_by    uuid,
    decided_at    timestamptz,
    constraint export_request_pkey primary key (dealership_id, id),
    constraint export_request_staff_fkey foreign key (dealership_id, staff_id) references staff_member (dealership_id, id),
    constraint export_request_decider_fkey foreign key (dealership_id, decided_by) references staff_member (dealership_id, id),
    constraint export_request_customers_check check (customers between 1 and 1000000),
    constraint export_request_decided_check check ((granted is null) = (decided_by is null) and (granted is null) = (decided_at is null)),
    constraint export_request_own_check check (decided_by <> staff_id)
);
create index export_request_day_idx on export_request (dealership_id, day, staff_id);

alter table export_request enable row level security;
create policy tenant on export_request to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update on export_request to genjin_app;

-- who saw this customer, and what did this person see
create index access_record_prospect_idx on access_record (dealership_id, prospect_id, looked_at desc, id desc) where prospect_id is not null;
create index access_record_staff_idx on access_record (dealership_id, staff_id, looked_at desc, id desc) where staff_id is not null;
