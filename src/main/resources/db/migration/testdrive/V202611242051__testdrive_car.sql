-- The dealership's own cars for test drives (试驾车).
create table test_drive_car (
    dealership_id int         not null,
    id            uuid        not null,
    plate         text        not null,
    vin           text        not null,
    model         text        not null,
    gearbox       text        not null,
    licensed_on   date,
    insured_until date,
    status        text        not null,
    km            int         not null,
    added_by      uuid        not null,
    added_at      timestamptz not null,
    version       int         not null,
    constraint test_drive_car_pkey primary key (dealership_id, id),
    constraint test_drive_car_words_check check (plate <> '' and model <> ''),
    constraint test_drive_car_vin_check check (length(vin) = 17),
    constraint test_drive_car_gearbox_check check (gearbox in ('MANUAL', 'AUTOMATIC')),
    constraint test_drive_car_status_check check (status in ('AVAILABLE', 'IN_USE', 'MAINTENANCE', 'LENT', 'RETIRED')),
    constraint test_drive_car_km_check check (km between 0 and 2000000)
);
create unique index test_drive_car_plate_key on test_drive_car (dealership_id, plate) where status <> 'RETIRED';
create unique index test_drive_car_vin_key on test_drive_car (dealership_id, vin) where status <> 'RETIRED';

alter table test_drive_car enable row level security;
create policy tenant on test_drive_car to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on test_drive_car to genjin_app;
grant update (plate, model, gearbox, licensed_on, insured_until, status, km, version) on test_drive_car to genjin_app;

-- The look at a car on one day (每日点检); the last one of the day counts.
create table test_drive_check (
    dealership_id int         not null,
    id            uuid        not null,
    car_id        uuid        not null,
    checked_on    date        not null,
    checked_at    timestamptz not null,
    checked_by    uuid        not null,
    clean         boolean     not null,
    fuel_eighths  int         not null,
    stickers      boolean     not null,
    documents     boolean     not null,
    damage        text,
    fit           boolean     not null,
    constraint test_drive_check_pkey primary key (dealership_id, id),
    constraint test_drive_check_car_fkey foreign key (dealership_id, car_id) references test_drive_car (dealership_id, id),
    constraint test_drive_check_fuel_check check (fuel_eighths between 0 and 8)
);
create index test_drive_check_car_idx on test_drive_check (dealership_id, car_id, checked_on, checked_at desc);

alter table test_drive_check enable row level security;
create policy tenant on test_drive_check to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on test_drive_check to genjin_app;

-- For what a car is taken, and when: two cannot have it at the same time, and here the database itself sees to it.
create table test_drive_slot (
    dealership_id int         not null,
    id            uuid        not null,
    car_id        uuid        not null,
    purpose       text        not null,
    from_at       timestamptz not null,
    to_at         timestamptz not null,
    released      boolean     not null,
    constraint test_drive_slot_pkey primary key (dealership_id, id),
    constraint test_drive_slot_car_fkey foreign key (dealership_id, car_id) references test_drive_car (dealership_id, id),
    constraint test_drive_slot_purpose_check check (purpose in ('DRIVE', 'LOAN')),
    constraint test_drive_slot_time_check check (from_at < to_at),
    constraint test_drive_slot_once_excl exclude using gist (
        dealership_id with =, car_id with =, tstzrange(from_at, to_at, '[)') with &&) where (not released)
);
create index test_drive_slot_time_idx on test_drive_slot (dealership_id, car_id, from_at);

alter table test_drive_slot enable row level security;
create policy tenant on test_drive_slot to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on test_drive_slot to genjin_app;
grant update (from_at, to_at, released) on test_drive_slot to genjin_app;

-- A car lent for anything but a test drive: applied for two days before, approved by the showroom manager.
create table test_drive_loan (
    dealership_id int         not null,
    id            uuid        not null,
    car_id        uuid        not null,
    purpose       text        not null,
    note          text        not null,
    borrower_id   uuid        not null,
    from_at       timestamptz not null,
    to_at         timestamptz not null,
    applied_by    uuid        not null,
    applied_at    timestamptz not null,
    status        text        not null,
    decided_by    uuid,
    decided_at    timestamptz,
    decision      text,
    taken_at      timestamptz,
    km_taken      int,
    back_at       timestamptz,
    km_back       int,
    constraint test_drive_loan_pkey primary key (dealership_id, id),
    constraint test_drive_loan_car_fkey foreign key (dealership_id, car_id) references test_drive_car (dealership_id, id),
    constraint test_drive_loan_purpose_check check (purpose in ('EVENT', 'MEDIA', 'ERRAND', 'PRIVATE', 'OTHER')),
    constraint test_drive_loan_status_check check (status in ('APPLIED', 'APPROVED', 'REFUSED', 'OUT', 'BACK')),
    constraint test_drive_loan_time_check check (from_at < to_at),
    constraint test_drive_loan_decided_check check ((status = 'APPLIED') = (decided_at is null)),
    constraint test_drive_loan_km_check check (km_back is null or km_back >= km_taken)
);
create index test_drive_loan_car_idx on test_drive_loan (dealership_id, car_id, from_at desc);

alter table test_drive_loan enable row level security;
create policy tenant on test_drive_loan to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on test_drive_loan to genjin_app;
grant update (status, decided_by, decided_at, decision, taken_at, km_taken, back_at, km_back) on test_drive_loan to genjin_app;
