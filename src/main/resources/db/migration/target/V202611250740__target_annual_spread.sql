-- How a year's targets are spread over its months, as one act of setting said; the newest counts. Without months the spread is computed,
-- without a day of beginning the year begins when it begins, or with the dealership.
create table annual_spread (
    dealership_id int  not null,
    period        text not null,
    number        int  not null,
    begins        date,
    constraint annual_spread_pkey primary key (dealership_id, period, number),
    constraint annual_spread_change_fkey foreign key (dealership_id, period, number)
        references target_change (dealership_id, period, number)
);

alter table annual_spread enable row level security;
create policy tenant on annual_spread to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on annual_spread to genjin_app;

-- The weight of a month in tenths of a percent; the twelve of an act make 1000.
create table annual_spread_month (
    dealership_id int  not null,
    period        text not null,
    number        int  not null,
    month         int  not null,
    weight        int  not null,
    constraint annual_spread_month_pkey primary key (dealership_id, period, number, month),
    constraint annual_spread_month_spread_fkey foreign key (dealership_id, period, number)
        references annual_spread (dealership_id, period, number),
    constraint annual_spread_month_month_check check (month between 1 and 12),
    constraint annual_spread_month_weight_check check (weight between 0 and 1000)
);

alter table annual_spread_month enable row level security;
create policy tenant on annual_spread_month to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on annual_spread_month to genjin_app;
