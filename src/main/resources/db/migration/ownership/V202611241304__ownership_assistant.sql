-- Who works on a colleague's customer beside the owner, such as the consultant of a customer who became important.
create table assistant (
    dealership_id int         not null,
    id            uuid        not null,
    prospect_id   uuid        not null,
    staff_id      uuid        not null,
    named_by      uuid        not null,
    named_at      timestamptz not null,
    ended_by      uuid,
    ended_at      timestamptz,
    constraint assistant_pkey primary key (dealership_id, id),
    constraint assistant_prospect_fkey foreign key (dealership_id, prospect_id) references prospect (dealership_id, id),
    constraint assistant_staff_fkey foreign key (dealership_id, staff_id) references staff_member (dealership_id, id),
    constraint assistant_ended_check check ((ended_by is null) = (ended_at is null))
);
create unique index assistant_prospect_key on assistant (dealership_id, prospect_id, staff_id) where ended_at is null;
create index assistant_staff_idx on assistant (dealership_id, staff_id) where ended_at is null;

alter table assistant enable row level security;
create policy tenant on assistant to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update on assistant to genjin_app;
