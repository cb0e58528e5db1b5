-- The card of a customer who bought (保有客户管理卡, 3.8): opened in the transaction of the delivery signature. The number stays
-- with the prospect's card.
create table owner_file (
    dealership_id      int         not null,
    id                 uuid        not null,
    prospect_id        uuid        not null,
    order_id           uuid        not null,
    customer_name      text        not null,
    vin                text        not null,
    model              text        not null,
    source             text        not null,
    purchase_type      text,
    delivered_on       date        not null,
    mileage            int         not null,
    invoice_date       date        not null,
    engine_no          text,
    plate              text,
    insurance_expiry   date,
    first_service_due  date,
    first_service_km   int,
    inspection_due     date,
    birthday           date,
    family             text,
    service_advisor    text,
    permissions        text        not null,
    consultant_id      uuid        not null,
    occasions_until    date        not null,
    created_by         uuid        not null,
    created_at         timestamptz not null,
    updated_by         uuid        not null,
    updated_at         timestamptz not null,
    version            int         not null,
    constraint owner_file_pkey primary key (dealership_id, id),
    constraint owner_file_prospect_key unique (dealership_id, prospect_id),
    constraint owner_file_order_key unique (dealership_id, order_id),
    constraint owner_file_prospect_fkey foreign key (dealership_id, prospect_id) references prospect (dealership_id, id),
    constraint owner_file_consultant_fkey foreign key (dealership_id, consultant_id) references staff_member (dealership_id, id),
    constraint owner_file_vin_check check (length(vin) = 17),
    constraint owner_file_mileage_check check (mileage >= 0 and coalesce(first_service_km, 0) >= 0)
);
create index owner_file_delivered_idx on owner_file (dealership_id, delivered_on desc, id desc);
create index owner_file_consultant_idx on owner_file (dealership_id, consultant_id, delivered_on desc, id desc);
create index owner_file_occasions_idx on owner_file (dealership_id, occasions_until, id);

comment on column owner_file.occasions_until is 'the last day whose occasions have been planned; the job goes on after it';
comment on column owner_file.source is 'where the case came from when the car was delivered, frozen for K24';

alter table owner_file enable row level security;
create policy tenant on owner_file to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update on owner_file to genjin_app;
