-- Numbers of quotations, read aloud in the showroom.
create sequence quotation_no as bigint start with 10001;
grant usage on sequence quotation_no to genjin_app;

-- What we offered a customer for a car; what it says stands in its versions (3.6).
create table quotation (
    dealership_id int         not null,
    id            uuid        not null,
    quotation_no  text        not null,
    prospect_id   uuid        not null,
    made_by       uuid        not null,
    made_at       timestamptz not null,
    lost_to       text,
    constraint quotation_pkey primary key (dealership_id, id),
    constraint quotation_no_key unique (dealership_id, quotation_no),
    constraint quotation_prospect_fkey foreign key (dealership_id, prospect_id) references prospect (dealership_id, id)
);
create index quotation_prospect_idx on quotation (dealership_id, prospect_id, made_at desc);

alter table quotation enable row level security;
create policy tenant on quotation to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on quotation to genjin_app;
grant update (lost_to) on quotation to genjin_app;

-- One version; written anew until the customer has seen it, never after.
create table quotation_version (
    dealership_id  int            not null,
    quotation_id   uuid           not null,
    version_no     int            not null,
    revision       int            not null,
    trim_id        uuid,
    model          text           not null,
    trim_name      text,
    colour         text,
    interior       text,
    list_price     numeric(12, 2) not null,
    discount       numeric(12, 2) not null,
    trade_in       numeric(12, 2) not null,
    valid_until    date           not null,
    approval_level text           not null,
    made_by        uuid           not null,
    made_at        timestamptz    not null,
    shown_at       timestamptz,
    constraint quotation_version_pkey primary key (dealership_id, quotation_id, version_no),
    constraint quotation_version_quotation_fkey foreign key (dealership_id, quotation_id) references quotation (dealership_id, id),
    constraint quotation_version_price_check check (list_price > 0 and discount >= 0 and discount <= list_price and trade_in >= 0),
    constraint quotation_version_level_check check (approval_level in ('SC', 'SHM', 'SM', 'GM')),
    constraint quotation_version_number_check check (version_no > 0 and revision > 0)
);

alter table quotation_version enable row level security;
create policy tenant on quotation_version to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update on quotation_version to genjin_app;

-- What the customer has seen stays as it was, whoever writes to the table.
create function quotation_version_frozen() returns trigger language plpgsql as $$
begin
    raise exception 'version % of quotation % was shown to the customer', old.version_no, old.quotation_id
        using errcode = 'check_violation';
end $$;
create trigger quotation_version_frozen before update on quotation_version
    for each row when (old.shown_at is not null) execute function quotation_version_frozen();

-- The lines of a version, of each revision its own, so that nothing is ever taken away.
create table quotation_item (
    dealership_id int            not null,
    quotation_id  uuid           not null,
    version_no    int            not null,
    revision      int            not null,
    place         int            not null,
    kind          text           not null,
    what          text           not null,
    amount        numeric(12, 2) not null,
    constraint quotation_item_pkey primary key (dealership_id, quotation_id, version_no, revision, place),
    constraint quotation_item_version_fkey foreign key (dealership_id, quotation_id, version_no)
        references quotation_version (dealership_id, quotation_id, version_no),
    constraint quotation_item_kind_check check (kind in ('OPTION', 'ACCESSORY', 'INSURANCE', 'LICENCE_FEE', 'PURCHASE_TAX',
        'SERVICE_FEE', 'LOAN_CHARGE', 'GIFT')),
    constraint quotation_item_amount_check check (amount > 0)
);

alter table quotation_item enable row level security;
create policy tenant on quotation_item to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on quotation_item to genjin_app;

-- A question whether a price may be given, and its answer; of each quotation at most one waits.
create table price_request (
    dealership_id int            not null,
    id            uuid           not null,
    quotation_id  uuid           not null,
    version_no    int            not null,
    revision      int            not null,
    level         text           not null,
    list_price    numeric(12, 2) not null,
    concession    numeric(12, 2) not null,
    words         text,
    asked_by      uuid           not null,
    asked_at      timestamptz    not null,
    status        text           not null,
    decided_by    uuid,
    decided_at    timestamptz,
    reason        text,
    counter       numeric(12, 2),
    constraint price_request_pkey primary key (dealership_id, id),
    constraint price_request_version_fkey foreign key (dealership_id, quotation_id, version_no)
        references quotation_version (dealership_id, quotation_id, version_no),
    constraint price_request_level_check check (level in ('SHM', 'SM', 'GM')),
    constraint price_request_status_check check (status in ('WAITING', 'APPROVED', 'REJECTED', 'COUNTERED', 'VOID')),
    constraint price_request_decided_check check ((decided_at is null) = (decided_by is null)
        and (status in ('APPROVED', 'REJECTED', 'COUNTERED')) = (decided_at is not null) or status = 'VOID'),
    constraint price_request_counter_check check ((status = 'COUNTERED') = (counter is not null) or status = 'VOID'),
    constraint price_request_reason_check check (status not in ('REJECTED', 'COUNTERED') or reason <> ''),
    constraint price_request_own_check check (decided_by is null or decided_by <> asked_by)
);
create unique index price_request_waiting_key on price_request (dealership_id, quotation_id) where status = 'WAITING';
create index price_request_open_idx on price_request (dealership_id, asked_at, id) where status = 'WAITING';
create index price_request_quotation_idx on price_request (dealership_id, quotation_id, asked_at);

alter table price_request enable row level security;
create policy tenant on price_request to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on price_request to genjin_app;
grant update (status, decided_by, decided_at, reason, counter) on price_request to genjin_app;

-- How much may be given up by whom; each line counts from its day until a newer one does. Kept for ever.
create table discount_ladder (
    dealership_id    int            not null,
    id               uuid           not null,
    model            text,
    unit             text           not null,
    consultant       numeric(12, 2) not null,
    showroom_manager numeric(12, 2) not null,
    sales_manager    numeric(12, 2) not null,
    valid_from       date           not null,
    set_by           uuid           not null,
    set_at           timestamptz    not null,
    constraint discount_ladder_pkey primary key (dealership_id, id),
    constraint discount_ladder_unit_check check (unit in ('AMOUNT', 'PERCENT')),
    constraint discount_ladder_limits_check check (consultant >= 0 and consultant <= showroom_manager
        and showroom_manager <= sales_manager and (unit = 'AMOUNT' or sales_manager <= 100))
);

alter table discount_ladder enable row level security;
create policy tenant on discount_ladder to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on discount_ladder to genjin_app;
