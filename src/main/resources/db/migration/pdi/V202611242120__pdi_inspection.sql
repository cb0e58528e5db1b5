-- Cars that a technician has to look at before anybody may have them (交车前检查, 2.9), by their VIN; for whom and until when if
-- that is known. The row is also the lock by which all work on one car waits for each other.
create table pdi_car (
    dealership_id int         not null,
    vin           text        not null,
    model         text        not null,
    colour        text,
    prospect_id   uuid,
    wanted_at     timestamptz,
    place         text,
    state         text        not null,
    asked_by      uuid        not null,
    asked_at      timestamptz not null,
    changed_at    timestamptz not null,
    constraint pdi_car_pkey primary key (dealership_id, vin),
    constraint pdi_car_prospect_fkey foreign key (dealership_id, prospect_id) references prospect (dealership_id, id),
    constraint pdi_car_vin_check check (vin ~ '^[A-HJ-NPR-Z0-9]{17}$'),
    constraint pdi_car_state_check check (state in ('WAITING', 'UNDER_WAY', 'REWORK', 'FAILED', 'PASSED')),
    constraint pdi_car_model_check check (model <> '')
);
create index pdi_car_open_idx on pdi_car (dealership_id, wanted_at, asked_at) where state <> 'PASSED';
create index pdi_car_prospect_idx on pdi_car (dealership_id, prospect_id) where prospect_id is not null;

alter table pdi_car enable row level security;
create policy tenant on pdi_car to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update on pdi_car to genjin_app;

-- One inspection of a car, or its repetition after rework: every mark with who set it and when. Signed is signed.
create table pdi_inspection (
    dealership_id int         not null,
    id            uuid        not null,
    vin           text        not null,
    round         int         not null,
    technician_id uuid        not null,
    started_at    timestamptz not null,
    marks         jsonb       not null,
    mileage_km    int,
    result        text,
    fail_reason   text,
    first_time    boolean     not null,
    signature     text,
    signed_by     uuid,
    signed_at     timestamptz,
    constraint pdi_inspection_pkey primary key (dealership_id, id),
    constraint pdi_inspection_round_key unique (dealership_id, vin, round),
    constraint pdi_inspection_car_fkey foreign key (dealership_id, vin) references pdi_car (dealership_id, vin),
    constraint pdi_inspection_round_check check (round >= 1),
    constraint pdi_inspection_mileage_check check (mileage_km between 0 and 9999),
    constraint pdi_inspection_result_check check (result in ('PASS', 'REWORK', 'FAIL')),
    constraint pdi_inspection_signed_check check ((signed_at is null) = (signed_by is null)
        and (signed_at is null) = (result is null) and (signed_at is null) = (signature is null)
        and (result is distinct from 'FAIL' or fail_reason is not null))
);
create unique index pdi_inspection_open_key on pdi_inspection (dealership_id, vin) where signed_at is null;
create index pdi_inspection_signed_idx on pdi_inspection (dealership_id, signed_at) where signed_at is not null;

alter table pdi_inspection enable row level security;
create policy tenant on pdi_inspection to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update on pdi_inspection to genjin_app;

create function pdi_signed_is_signed() returns trigger language plpgsql as
$$
begin
    if old.signed_at is not null then
        raise exception 'a signed inspection is never changed' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end
$$;
create trigger pdi_signed_is_signed before update on pdi_inspection for each row execute function pdi_signed_is_signed();
