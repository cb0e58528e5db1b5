-- Days on which the dealership is closed; they stop the clocks only where its policy says so (O-07).
create table closed_day (
    dealership_id int  not null,
    day           date not null,
    reason        text not null,
    constraint closed_day_pkey primary key (dealership_id, day),
    constraint closed_day_dealership_fkey foreign key (dealership_id) references dealership (id)
);

alter table closed_day enable row level security;
create policy tenant on closed_day to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, delete on closed_day to genjin_app;
