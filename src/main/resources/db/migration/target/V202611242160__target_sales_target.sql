-- Every act of setting targets (五大目标), of a month (2026-03) or of a year (2026); nothing changes one, the newest value counts.
-- The number counts the acts of a period, so that two people who saw the same one cannot both be next.
create table target_change (
    dealership_id int         not null,
    period        text        not null,
    number        int         not null,
    reason        text,
    set_by        uuid        not null,
    set_at        timestamptz not null,
    constraint target_change_pkey primary key (dealership_id, period, number),
    constraint target_change_period_check check (length(period) in (4, 7)),
    constraint target_change_number_check check (number >= 1),
    constraint target_change_reason_check check (reason <> '')
);

alter table target_change enable row level security;
create policy tenant on target_change to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on target_change to genjin_app;

-- What one consultant is to reach of one of the five in a month, as one act of setting said.
create table sales_target (
    dealership_id int  not null,
    period        text not null,
    number        int  not null,
    consultant_id uuid not null,
    metric        text not null,
    target        int  not null,
    constraint sales_target_pkey primary key (dealership_id, period, number, consultant_id, metric),
    constraint sales_target_change_fkey foreign key (dealership_id, period, number)
        references target_change (dealership_id, period, number),
    constraint sales_target_metric_check
        check (metric in ('TOTAL_CONTACTS', 'MARKET_DEVELOPMENT', 'RETURN_VISITS', 'TEST_DRIVES', 'SOLD')),
    constraint sales_target_target_check check (target between 0 and 9999)
);

alter table sales_target enable row level security;
create policy tenant on sales_target to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on sales_target to genjin_app;

-- What the whole dealership is to reach of one of the five in a year.
create table annual_target (
    dealership_id int  not null,
    period        text not null,
    number        int  not null,
    metric        text not null,
    target        int  not null,
    constraint annual_target_pkey primary key (dealership_id, period, number, metric),
    constraint annual_target_change_fkey foreign key (dealership_id, period, number)
        references target_change (dealership_id, period, number),
    constraint annual_target_metric_check
        check (metric in ('TOTAL_CONTACTS', 'MARKET_DEVELOPMENT', 'RETURN_VISITS', 'TEST_DRIVES', 'SOLD')),
    constraint annual_target_target_check check (target between 0 and 999999)
);

alter table annual_target enable row level security;
create policy tenant on annual_target to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on annual_target to genjin_app;
