-- Plans after the rhythm's latest day, with the reason that the showroom manager sees (1.12 rule 8).
create table late_plan (
    dealership_id int         not null,
    id            uuid        not null,
    prospect_id   uuid        not null,
    planned_at    timestamptz not null,
    planned_date  date        not null,
    latest_day    date        not null,
    reason        text        not null,
    by_id         uuid        not null,
    constraint late_plan_pkey primary key (dealership_id, id),
    constraint late_plan_prospect_fkey foreign key (dealership_id, prospect_id) references prospect (dealership_id, id),
    constraint late_plan_by_fkey foreign key (dealership_id, by_id) references staff_member (dealership_id, id)
);
create index late_plan_prospect_idx on late_plan (dealership_id, prospect_id, planned_at);

alter table late_plan enable row level security;
create policy tenant on late_plan to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on late_plan to genjin_app;
