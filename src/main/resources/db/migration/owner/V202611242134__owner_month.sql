-- The month's summary of call-backs as it was handed in; due on the 3rd of the next month (2.10).
create table owner_month (
    dealership_id int         not null,
    month         date        not null,
    figures       jsonb       not null,
    remark        text        not null,
    handed_in_by  uuid        not null,
    handed_in_at  timestamptz not null,
    late          boolean     not null,
    constraint owner_month_pkey primary key (dealership_id, month),
    constraint owner_month_first_check check (extract(day from month) = 1)
);

alter table owner_month enable row level security;
create policy tenant on owner_month to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on owner_month to genjin_app;
