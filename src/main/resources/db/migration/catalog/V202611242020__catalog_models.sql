-- What a dealership sells: models with trims, list prices and colours. Off sale they stay, for what was quoted refers to them.
create table car_model (
    dealership_id int         not null,
    id            uuid        not null,
    brand         text        not null,
    name          text        not null,
    body          text        not null,
    description   text,
    retired       boolean     not null,
    changed_by    uuid        not null,
    changed_at    timestamptz not null,
    version       int         not null,
    constraint car_model_pkey primary key (dealership_id, id),
    constraint car_model_name_key unique (dealership_id, brand, name),
    constraint car_model_dealership_fkey foreign key (dealership_id) references dealership (id),
    constraint car_model_by_fkey foreign key (dealership_id, changed_by) references staff_member (dealership_id, id),
    constraint car_model_body_check check (body in ('SEDAN', 'COUPE', 'HATCHBACK', 'SUV', 'MPV', 'WAGON'))
);

alter table car_model enable row level security;
create policy tenant on car_model to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update on car_model to genjin_app;

create table car_trim (
    dealership_id int         not null,
    id            uuid        not null,
    model_id      uuid        not null,
    name          text        not null,
    model_year    int         not null,
    energy        text        not null,
    power_kw      int         not null,
    gearbox       text        not null,
    seats         int         not null,
    electric_km   int,
    retired       boolean     not null,
    changed_by    uuid        not null,
    changed_at    timestamptz not null,
    version       int         not null,
    constraint car_trim_pkey primary key (dealership_id, id),
    constraint car_trim_name_key unique (dealership_id, model_id, name, model_year),
    constraint car_trim_model_fkey foreign key (dealership_id, model_id) references car_model (dealership_id, id),
    constraint car_trim_by_fkey foreign key (dealership_id, changed_by) references staff_member (dealership_id, id),
    constraint car_trim_energy_check check (energy in ('PETROL', 'DIESEL', 'HYBRID', 'PLUG_IN_HYBRID', 'RANGE_EXTENDED', 'ELECTRIC')),
    constraint car_trim_gearbox_check check (gearbox in ('MANUAL', 'AUTOMATIC', 'DUAL_CLUTCH', 'CVT', 'HYBRID_DRIVE', 'SINGLE_SPEED')),
    constraint car_trim_power_check check (power_kw > 0),
    constraint car_trim_seats_check check (seats > 0)
);

alter table car_trim enable row level security;
create policy tenant on car_trim to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update on car_trim to genjin_app;

-- Every list price that ever counted; of two for one day the later counts.
create table trim_price (
    dealership_id int           not null,
    id            uuid          not null,
    trim_id       uuid          not null,
    valid_from    date          not null,
    amount        numeric(12,2) not null,
    set_by        uuid          not null,
    set_at        timestamptz   not null,
    constraint trim_price_pkey primary key (dealership_id, id),
    constraint trim_price_trim_fkey foreign key (dealership_id, trim_id) references car_trim (dealership_id, id),
    constraint trim_price_by_fkey foreign key (dealership_id, set_by) references staff_member (dealership_id, id),
    constraint trim_price_amount_check check (amount > 0)
);
create index trim_price_of_trim on trim_price (dealership_id, trim_id, valid_from);

alter table trim_price enable row level security;
create policy tenant on trim_price to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on trim_price to genjin_app;

create table model_colour (
    dealership_id int           not null,
    id            uuid          not null,
    model_id      uuid          not null,
    place         text          not null,
    name          text          not null,
    swatch        text          not null,
    surcharge     numeric(12,2) not null,
    retired       boolean       not null,
    changed_by    uuid          not null,
    changed_at    timestamptz   not null,
    version       int           not null,
    constraint model_colour_pkey primary key (dealership_id, id),
    constraint model_colour_name_key unique (dealership_id, model_id, place, name),
    constraint model_colour_model_fkey foreign key (dealership_id, model_id) references car_model (dealership_id, id),
    constraint model_colour_by_fkey foreign key (dealership_id, changed_by) references staff_member (dealership_id, id),
    constraint model_colour_place_check check (place in ('EXTERIOR', 'INTERIOR')),
    constraint model_colour_swatch_check check (swatch ~ '^#[0-9A-F]{6}$'),
    constraint model_colour_surcharge_check check (surcharge >= 0)
);

alter table model_colour enable row level security;
create policy tenant on model_colour to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update on model_colour to genjin_app;
