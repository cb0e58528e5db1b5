-- One ride or drive (试乘试驾) from its booking to the car's return; its time is the slot of the same id.
create table test_drive (
    dealership_id int         not null,
    id            uuid        not null,
    prospect_id   uuid        not null,
    car_id        uuid        not null,
    route_id      uuid        not null,
    consultant_id uuid        not null,
    mode          text        not null,
    walk_in       boolean     not null,
    status        text        not null,
    note          text,
    booked_by     uuid        not null,
    booked_at     timestamptz not null,
    appointment_id uuid,
    cancel_reason text,
    cancelled_by  uuid,
    cancelled_at  timestamptz,
    started_by    uuid,
    started_at    timestamptz,
    km_start      int,
    returned_by   uuid,
    returned_at   timestamptz,
    km_end        int,
    damage        text,
    damage_picture uuid,
    version       int         not null,
    constraint test_drive_pkey primary key (dealership_id, id),
    constraint test_drive_slot_fkey foreign key (dealership_id, id) references test_drive_slot (dealership_id, id),
    constraint test_drive_prospect_fkey foreign key (dealership_id, prospect_id) references prospect (dealership_id, id),
    constraint test_drive_car_fkey foreign key (dealership_id, car_id) references test_drive_car (dealership_id, id),
    constraint test_drive_route_fkey foreign key (dealership_id, route_id) references test_drive_route (dealership_id, id),
    constraint test_drive_mode_check check (mode in ('RIDE', 'DRIVE', 'BOTH')),
    constraint test_drive_status_check check (status in ('BOOKED', 'AGREED', 'OUT', 'RETURNED', 'CANCELLED')),
    constraint test_drive_reason_check check (cancel_reason in ('CUSTOMER', 'NO_SHOW', 'CAR', 'WEATHER', 'MISTAKE')),
    constraint test_drive_cancelled_check check ((status = 'CANCELLED') = (cancelled_at is not null)
        and (cancelled_at is null) = (cancel_reason is null)),
    constraint test_drive_started_check check ((status in ('OUT', 'RETURNED')) = (started_at is not null)
        and (started_at is null) = (km_start is null)),
    constraint test_drive_returned_check check ((status = 'RETURNED') = (returned_at is not null)
        and (returned_at is null) = (km_end is null)),
    constraint test_drive_km_check check (km_end between km_start and km_start + 300)
);
create index test_drive_prospect_idx on test_drive (dealership_id, prospect_id, booked_at desc);
create index test_drive_returned_idx on test_drive (dealership_id, returned_at) where returned_at is not null;

alter table test_drive enable row level security;
create policy tenant on test_drive to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on test_drive to genjin_app;
grant update (mode, status, cancel_reason, cancelled_by, cancelled_at, started_by, started_at, km_start, returned_by, returned_at, km_end,
              damage, damage_picture, version) on test_drive to genjin_app;

-- What the customer signed before the start (试乘试驾协议); never changed. The licence number is sealed, its hash finds it again.
create table test_drive_agreement (
    dealership_id      int         not null,
    drive_id           uuid        not null,
    text_version       int         not null,
    mode               text        not null,
    driver_name        text        not null,
    licence_sealed     bytea,
    licence_hash       bytea,
    licence_class      text,
    licence_issued_on  date,
    licence_valid_until date,
    licence_picture    uuid,
    agreed_at          timestamptz not null,
    customer_signature text        not null,
    staff_id           uuid        not null,
    staff_signature    text        not null,
    constraint test_drive_agreement_pkey primary key (dealership_id, drive_id),
    constraint test_drive_agreement_drive_fkey foreign key (dealership_id, drive_id)
        references test_drive (dealership_id, id),
    constraint test_drive_agreement_text_fkey foreign key (dealership_id, text_version)
        references test_drive_text (dealership_id, version),
    constraint test_drive_agreement_mode_check check (mode in ('RIDE', 'DRIVE', 'BOTH')),
    constraint test_drive_agreement_signed_check check (customer_signature <> '' and staff_signature <> ''),
    constraint test_drive_agreement_licence_check check (mode = 'RIDE' or (licence_sealed is not null
        and licence_hash is not null and licence_class is not null and licence_issued_on is not null
        and licence_valid_until is not null))
);
create index test_drive_agreement_licence_idx on test_drive_agreement (dealership_id, licence_hash);

alter table test_drive_agreement enable row level security;
create policy tenant on test_drive_agreement to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on test_drive_agreement to genjin_app;

-- What the customer said before leaving (评价表); never changed.
create table test_drive_evaluation (
    dealership_id int         not null,
    drive_id      uuid        not null,
    power         int,
    handling      int,
    comfort       int,
    braking       int,
    space         int,
    noise         int,
    overall       int         not null,
    staff_score   int         not null,
    would_buy     text        not null,
    objections    text,
    next_reason   text,
    next_date     date,
    evaluated_by  uuid        not null,
    evaluated_at  timestamptz not null,
    constraint test_drive_evaluation_pkey primary key (dealership_id, drive_id),
    constraint test_drive_evaluation_drive_fkey foreign key (dealership_id, drive_id)
        references test_drive (dealership_id, id),
    constraint test_drive_evaluation_scores_check check (overall between 1 and 5 and staff_score between 1 and 5
        and coalesce(power, 1) between 1 and 5 and coalesce(handling, 1) between 1 and 5
        and coalesce(comfort, 1) between 1 and 5 and coalesce(braking, 1) between 1 and 5
        and coalesce(space, 1) between 1 and 5 and coalesce(noise, 1) between 1 and 5),
    constraint test_drive_evaluation_buy_check check (would_buy in ('YES', 'PERHAPS', 'NO'))
);

alter table test_drive_evaluation enable row level security;
create policy tenant on test_drive_evaluation to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on test_drive_evaluation to genjin_app;

-- Offers that a customer declined, and why.
create table test_drive_declined (
    dealership_id int         not null,
    id            uuid        not null,
    prospect_id   uuid        not null,
    reason        text        not null,
    note          text,
    by_id         uuid        not null,
    declined_at   timestamptz not null,
    constraint test_drive_declined_pkey primary key (dealership_id, id),
    constraint test_drive_declined_prospect_fkey foreign key (dealership_id, prospect_id)
        references prospect (dealership_id, id),
    constraint test_drive_declined_reason_check check (reason in
        ('NO_TIME', 'NO_LICENCE', 'DRIVEN_BEFORE', 'NO_CAR', 'WEATHER', 'NOT_INTERESTED', 'OTHER'))
);
create index test_drive_declined_prospect_idx on test_drive_declined (dealership_id, prospect_id, declined_at desc);

alter table test_drive_declined enable row level security;
create policy tenant on test_drive_declined to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on test_drive_declined to genjin_app;
