-- A customer's stay in the pool (公海): from whom it came, who released it and why, who took it.
create table pool_stay (
    dealership_id int         not null,
    id            uuid        not null,
    prospect_id   uuid        not null,
    left_by       uuid        not null,
    released_by   uuid        not null,
    released_at   timestamptz not null,
    reason        text        not null,
    claimed_by    uuid,
    claimed_at    timestamptz,
    constraint pool_stay_pkey primary key (dealership_id, id),
    constraint pool_stay_prospect_fkey foreign key (dealership_id, prospect_id) references prospect (dealership_id, id),
    constraint pool_stay_claimed_fkey foreign key (dealership_id, claimed_by) references staff_member (dealership_id, id),
    constraint pool_stay_claimed_check check ((claimed_by is null) = (claimed_at is null))
);
create index pool_stay_prospect_idx on pool_stay (dealership_id, prospect_id, released_at desc, id desc);

alter table pool_stay enable row level security;
create policy tenant on pool_stay to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update on pool_stay to genjin_app;

comment on column pool_stay.left_by is 'whose customer it was before; they may not claim it for some days';

-- How many customers a consultant claimed on a day; counted here so that several servers agree.
create table pool_claim_day (
    dealership_id int  not null,
    staff_id      uuid not null,
    day           date not null,
    claims        int  not null,
    constraint pool_claim_day_pkey primary key (dealership_id, staff_id, day),
    constraint pool_claim_day_staff_fkey foreign key (dealership_id, staff_id) references staff_member (dealership_id, id)
);

alter table pool_claim_day enable row level security;
create policy tenant on pool_claim_day to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update on pool_claim_day to genjin_app;
