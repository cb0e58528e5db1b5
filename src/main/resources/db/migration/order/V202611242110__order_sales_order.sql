-- Numbers of orders and contracts, read aloud in the showroom.
create sequence sales_order_no as bigint start with 10001;
grant usage on sequence sales_order_no to genjin_app;

-- A customer's wish to buy one car at agreed terms (3.6). The buyer's number is sealed; beside it stands a keyed hash.
create table sales_order (
    dealership_id     int            not null,
    id                uuid           not null,
    order_no          text           not null,
    contract_no       text           not null,
    prospect_id       uuid           not null,
    quotation_id      uuid           not null,
    quotation_version int            not null,
    status            text           not null,
    buyer_name        text           not null,
    buyer_id_type     text           not null,
    buyer_id_sealed   bytea,
    buyer_id_hash     bytea,
    model             text           not null,
    trim_name         text,
    colour            text,
    interior          text,
    vin               text,
    vehicle_price     numeric(12, 2) not null,
    discount          numeric(12, 2) not null,
    extras            numeric(12, 2) not null,
    trade_in          numeric(12, 2) not null,
    deposit_type      text           not null,
    deposit_amount    numeric(12, 2) not null,
    deposit_paid_at   timestamptz,
    payment_way       text           not null,
    loan_amount       numeric(12, 2),
    loan_status       text,
    loan_partner_id   uuid,
    loan_chase_on     date,
    insurer_id        uuid,
    insurance_amount  numeric(12, 2),
    promised_delivery date           not null,
    price_approved    boolean        not null,
    source_at_order   text,
    grade_at_order    text,
    owner_at_order    uuid,
    cancel_reason     text,
    cancel_words      text,
    refund            numeric(12, 2),
    cancelled_by      uuid,
    cancelled_at      timestamptz,
    drafted_by        uuid           not null,
    drafted_at        timestamptz    not null,
    confirmed_at      timestamptz,
    delivered_at      timestamptz,
    version           int            not null,
    constraint sales_order_pkey primary key (dealership_id, id),
    constraint sales_order_no_key unique (dealership_id, order_no),
    constraint sales_order_prospect_fkey foreign key (dealership_id, prospect_id) references prospect (dealership_id, id),
    constraint sales_order_loan_partner_fkey foreign key (dealership_id, loan_partner_id) references partner (dealership_id, id),
    constraint sales_order_insurer_fkey foreign key (dealership_id, insurer_id) references partner (dealership_id, id),
    constraint sales_order_status_check check (status in ('DRAFT', 'PRICE_REVIEW', 'FINANCE_REVIEW', 'REJECTED', 'CONFIRMED',
        'VEHICLE_MATCHED', 'PAID_IN_FULL', 'DELIVERY_SCHEDULED', 'DELIVERED', 'CANCELLED', 'RETURNED')),
    constraint sales_order_buyer_check check (buyer_id_type in ('ID_CARD', 'PASSPORT', 'CREDIT_CODE')
        and (buyer_id_sealed is null) = (buyer_id_hash is null)
        and (buyer_id_sealed is not null or status = 'CANCELLED')),
    constraint sales_order_money_check check (vehicle_price > 0 and discount >= 0 and discount <= vehicle_price and extras >= 0
        and trade_in >= 0 and deposit_amount > 0 and (loan_amount is null or loan_amount > 0)
        and (insurance_amount is null or insurance_amount > 0) and (refund is null or refund >= 0)),
    constraint sales_order_deposit_check check (deposit_type in ('EARNEST', 'ADVANCE')),
    constraint sales_order_payment_check check (payment_way in ('CASH_FULL', 'LOAN', 'LEASE')),
    constraint sales_order_loan_check check ((loan_amount is null) = (loan_status is null)
        and (loan_status is null or loan_status in ('WISHED', 'APPLIED', 'APPROVED', 'REFUSED', 'PAID_OUT'))
        and ((loan_chase_on is not null) = coalesce(loan_status = 'APPLIED', false))),
    constraint sales_order_insurance_check check ((insurer_id is null) = (insurance_amount is null)),
    constraint sales_order_confirmed_check check ((confirmed_at is null) = (source_at_order is null)
        and (confirmed_at is null) = (grade_at_order is null) and (confirmed_at is null) = (owner_at_order is null)
        and (confirmed_at is not null or status in ('DRAFT', 'PRICE_REVIEW', 'FINANCE_REVIEW', 'REJECTED', 'CANCELLED'))
        and (confirmed_at is null or (price_approved and deposit_paid_at is not null))),
    constraint sales_order_vin_check check (status not in ('VEHICLE_MATCHED', 'PAID_IN_FULL', 'DELIVERY_SCHEDULED', 'DELIVERED')
        or vin is not null),
    constraint sales_order_cancelled_check check ((status = 'CANCELLED') = (cancelled_at is not null)
        and (cancelled_at is null) = (cancel_reason is null) and (cancelled_at is null) = (refund is null)),
    constraint sales_order_delivered_check check ((status in ('DELIVERED', 'RETURNED')) = (delivered_at is not null))
);
-- One open order for each customer, one order for each car.
create unique index sales_order_live_key on sales_order (dealership_id, prospect_id)
    where status not in ('DELIVERED', 'CANCELLED', 'RETURNED');
create unique index sales_order_vin_key on sales_order (dealership_id, vin)
    where vin is not null and status not in ('CANCELLED', 'RETURNED');
create index sales_order_prospect_idx on sales_order (dealership_id, prospect_id, drafted_at desc);
create index sales_order_promised_idx on sales_order (dealership_id, promised_delivery, id)
    where status not in ('DELIVERED', 'CANCELLED', 'RETURNED');
create index sales_order_quotation_idx on sales_order (dealership_id, quotation_id);

alter table sales_order enable row level security;
create policy tenant on sales_order to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update on sales_order to genjin_app;

-- The ledger of each order: lines are added, never changed; a mistake is taken out by a line that reverses it.
create table order_payment (
    dealership_id int            not null,
    id            uuid           not null,
    order_id      uuid           not null,
    kind          text           not null,
    amount        numeric(12, 2) not null,
    way           text           not null,
    receipt_no    text           not null,
    note          text,
    reverses_id   uuid,
    by_id         uuid           not null,
    paid_at       timestamptz    not null,
    constraint order_payment_pkey primary key (dealership_id, id),
    constraint order_payment_order_fkey foreign key (dealership_id, order_id) references sales_order (dealership_id, id),
    constraint order_payment_reverses_fkey foreign key (dealership_id, reverses_id) references order_payment (dealership_id, id),
    constraint order_payment_kind_check check (kind in ('DEPOSIT', 'INSTALMENT', 'LOAN_PAYOUT', 'REFUND', 'REVERSAL')),
    constraint order_payment_amount_check check (amount <> 0 and (kind = 'REVERSAL' or (amount < 0) = (kind = 'REFUND'))),
    constraint order_payment_reversal_check check ((kind = 'REVERSAL') = (reverses_id is not null)),
    constraint order_payment_way_check check (way in ('CARD', 'TRANSFER', 'MOBILE_PAY', 'CASH', 'CHEQUE'))
);
create unique index order_payment_reverses_key on order_payment (dealership_id, reverses_id) where reverses_id is not null;
create unique index order_payment_receipt_key on order_payment (dealership_id, receipt_no);
create index order_payment_order_idx on order_payment (dealership_id, order_id, paid_at);

alter table order_payment enable row level security;
create policy tenant on order_payment to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on order_payment to genjin_app;

-- Orders as reports read them; nobody's name or number.
create view sales_order_report with (security_invoker = true) as
    select dealership_id, id, prospect_id, order_no, status, model, trim_name, vin, vehicle_price, discount, extras, trade_in,
           payment_way, loan_status, insurer_id, promised_delivery, source_at_order, grade_at_order, owner_at_order,
           cancel_reason, refund, drafted_at, confirmed_at, delivered_at, cancelled_at
      from sales_order;
grant select on sales_order_report to genjin_app;
