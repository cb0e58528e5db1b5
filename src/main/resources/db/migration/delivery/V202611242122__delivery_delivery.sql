-- The handover of one ordered car to its customer (交车, 2.9, 3.7): when and where, what was prepared, what was gone through with the
-- customer, and both signatures. Signed is signed; what is still owed then is closed by entries of its own.
create table delivery (
    dealership_id      int         not null,
    id                 uuid        not null,
    order_id           uuid        not null,
    prospect_id        uuid        not null,
    vin                text        not null,
    model              text        not null,
    promised           date        not null,
    scheduled_at       timestamptz not null,
    place              text        not null,
    people             text,
    moves              int         not null,
    appointment_id     uuid,
    status             text        not null,
    prepared           jsonb       not null,
    sheet              jsonb       not null,
    made_by            uuid        not null,
    made_at            timestamptz not null,
    started_at         timestamptz,
    called_off_reason  text,
    mileage_km         int,
    satisfaction       int,
    customer_signature text,
    staff_signature    text,
    signed_by          uuid,
    signed_at          timestamptz,
    constraint delivery_pkey primary key (dealership_id, id),
    constraint delivery_order_fkey foreign key (dealership_id, order_id) references sales_order (dealership_id, id),
    constraint delivery_prospect_fkey foreign key (dealership_id, prospect_id) references prospect (dealership_id, id),
    constraint delivery_car_fkey foreign key (dealership_id, vin) references pdi_car (dealership_id, vin),
    constraint delivery_status_check check (status in ('OPEN', 'SIGNED', 'CALLED_OFF')),
    constraint delivery_moves_check check (moves >= 0),
    constraint delivery_place_check check (place <> ''),
    constraint delivery_satisfaction_check check (satisfaction between 1 and 10),
    constraint delivery_mileage_check check (mileage_km between 0 and 9999),
    constraint delivery_called_off_check check ((status = 'CALLED_OFF') = (called_off_reason is not null)),
    constraint delivery_signed_check check ((status = 'SIGNED') = (signed_at is not null)
        and (signed_at is null) = (signed_by is null)
        and (signed_at is null) = (customer_signature is null)
        and (signed_at is null) = (staff_signature is null)
        and (signed_at is null or mileage_km is not null))
);
-- one order, one delivery that was not called off
create unique index delivery_order_key on delivery (dealership_id, order_id) where status <> 'CALLED_OFF';
create index delivery_prospect_idx on delivery (dealership_id, prospect_id, made_at desc);
create index delivery_scheduled_idx on delivery (dealership_id, scheduled_at) where status <> 'CALLED_OFF';
create index delivery_signed_idx on delivery (dealership_id, signed_at) where signed_at is not null;

alter table delivery enable row level security;
create policy tenant on delivery to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update on delivery to genjin_app;

create function delivery_signed_is_signed() returns trigger language plpgsql as
$$
begin
    if old.status <> 'OPEN' then
        raise exception 'a signed or called-off delivery is never changed' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end
$$;
create trigger delivery_signed_is_signed before update on delivery for each row execute function delivery_signed_is_signed();

-- What the customer was still owed when signing (遗留事项): by when, and how it was settled.
create table delivery_outstanding (
    dealership_id  int         not null,
    id             uuid        not null,
    delivery_id    uuid        not null,
    prospect_id    uuid        not null,
    item           text        not null,
    words          text        not null,
    due_on         date        not null,
    responsible_id uuid        not null,
    opened_at      timestamptz not null,
    settled_at     timestamptz,
    settled_by     uuid,
    settled_how    text,
    constraint delivery_outstanding_pkey primary key (dealership_id, id),
    constraint delivery_outstanding_item_key unique (dealership_id, delivery_id, item),
    constraint delivery_outstanding_delivery_fkey foreign key (dealership_id, delivery_id) references delivery (dealership_id, id),
    constraint delivery_outstanding_prospect_fkey foreign key (dealership_id, prospect_id) references prospect (dealership_id, id),
    constraint delivery_outstanding_settled_check check ((settled_at is null) = (settled_by is null)
        and (settled_at is null) = (settled_how is null))
);
create index delivery_outstanding_open_idx on delivery_outstanding (dealership_id, due_on) where settled_at is null;

alter table delivery_outstanding enable row level security;
create policy tenant on delivery_outstanding to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on delivery_outstanding to genjin_app;
grant update (settled_at, settled_by, settled_how) on delivery_outstanding to genjin_app;
