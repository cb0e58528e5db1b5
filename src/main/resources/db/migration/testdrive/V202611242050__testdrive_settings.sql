-- Exclusion constraints compare the dealership and the car beside the time: that needs equality in a GiST index. The extension is
-- a trusted one, so the owner of the database may create it.
create extension if not exists btree_gist;

-- What each dealership decided about its test drives; a decision is never changed, a later one counts from its moment on.
create table test_drive_rules (
    dealership_id      int         not null,
    id                 uuid        not null,
    opens              time        not null,
    closes             time        not null,
    slot_minutes       int         not null,
    licence_min_years  int         not null,
    key_holder         text        not null,
    decided_by         uuid        not null,
    decided_at         timestamptz not null,
    constraint test_drive_rules_pkey primary key (dealership_id, id),
    constraint test_drive_rules_hours_check check (opens < closes),
    constraint test_drive_rules_slot_check check (slot_minutes in (15, 20, 30, 45, 60)),
    constraint test_drive_rules_years_check check (licence_min_years between 0 and 5),
    constraint test_drive_rules_key_check check (key_holder in ('SPECIALIST', 'SHOWROOM_MANAGER'))
);
create index test_drive_rules_newest_idx on test_drive_rules (dealership_id, decided_at desc);

alter table test_drive_rules enable row level security;
create policy tenant on test_drive_rules to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on test_drive_rules to genjin_app;

-- Fixed routes (试驾路线) with their length and time.
create table test_drive_route (
    dealership_id int         not null,
    id            uuid        not null,
    name          text        not null,
    description   text,
    metres        int         not null,
    minutes       int         not null,
    added_by      uuid        not null,
    added_at      timestamptz not null,
    retired_at    timestamptz,
    constraint test_drive_route_pkey primary key (dealership_id, id),
    constraint test_drive_route_name_check check (name <> ''),
    constraint test_drive_route_metres_check check (metres between 500 and 200000),
    constraint test_drive_route_minutes_check check (minutes between 5 and 240)
);
create unique index test_drive_route_name_key on test_drive_route (dealership_id, name) where retired_at is null;

alter table test_drive_route enable row level security;
create policy tenant on test_drive_route to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on test_drive_route to genjin_app;
grant update (retired_at) on test_drive_route to genjin_app;

-- The words that a customer signs, version by version.
create table test_drive_text (
    dealership_id int         not null,
    version       int         not null,
    title         text        not null,
    body          text        not null,
    since         timestamptz not null,
    written_by    uuid,
    constraint test_drive_text_pkey primary key (dealership_id, version),
    constraint test_drive_text_version_check check (version >= 1),
    constraint test_drive_text_body_check check (title <> '' and body <> '')
);

alter table test_drive_text enable row level security;
create policy tenant on test_drive_text to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on test_drive_text to genjin_app;
