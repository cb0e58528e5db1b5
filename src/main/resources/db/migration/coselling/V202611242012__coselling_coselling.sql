-- People with whom the dealership shares customers (助销, R-209); the number sealed, and hashed to recognise the person.
create table co_seller (
    dealership_id int         not null,
    id            uuid        not null,
    name          text        not null,
    trade         text        not null,
    mobile_sealed bytea       not null,
    mobile_hash   bytea       not null,
    firm_id       uuid,
    added_by      uuid        not null,
    added_at      timestamptz not null,
    retired_by    uuid,
    retired_at    timestamptz,
    constraint co_seller_pkey primary key (dealership_id, id),
    constraint co_seller_firm_fkey foreign key (dealership_id, firm_id) references partner (dealership_id, id),
    constraint co_seller_trade_check check (trade in ('PROPERTY', 'INSURANCE', 'USED_CAR', 'OTHER')),
    constraint co_seller_retired_check check ((retired_at is null) = (retired_by is null))
);
create unique index co_seller_name_key on co_seller (dealership_id, lower(name)) where retired_at is null;
create unique index co_seller_mobile_key on co_seller (dealership_id, mobile_hash) where retired_at is null;

alter table co_seller enable row level security;
create policy tenant on co_seller to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on co_seller to genjin_app;
grant update (retired_by, retired_at) on co_seller to genjin_app;

-- What each was promised, from which day on; never changed.
create table co_selling_agreement (
    dealership_id int           not null,
    co_seller_id  uuid          not null,
    starts_on     date          not null,
    agreed_at     timestamptz   not null,
    reward        numeric(12,2) not null,
    agreed_by     uuid          not null,
    constraint co_selling_agreement_pkey primary key (dealership_id, co_seller_id, starts_on, agreed_at),
    constraint co_selling_agreement_co_seller_fkey foreign key (dealership_id, co_seller_id)
        references co_seller (dealership_id, id),
    constraint co_selling_agreement_reward_check check (reward >= 0)
);

alter table co_selling_agreement enable row level security;
create policy tenant on co_selling_agreement to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on co_selling_agreement to genjin_app;

-- The numbers of our own people, as hashes only: who is paid here introduces nobody for money.
create table own_number (
    dealership_id int   not null,
    staff_id      uuid  not null,
    number_hash   bytea not null,
    constraint own_number_pkey primary key (dealership_id, staff_id)
);
create index own_number_hash_idx on own_number (dealership_id, number_hash);

alter table own_number enable row level security;
create policy tenant on own_number to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on own_number to genjin_app;
grant update (number_hash) on own_number to genjin_app;

-- Who introduced whom; people by hash, so that circles are seen without opening a number. Never changed.
create table introduction (
    dealership_id   int         not null,
    id              uuid        not null,
    co_seller_id    uuid        not null,
    prospect_id     uuid        not null,
    direction       text        not null,
    promised        numeric(12,2),
    introducer_hash bytea       not null,
    introduced_hash bytea       not null,
    recorded_by     uuid        not null,
    introduced_at   timestamptz not null,
    constraint introduction_pkey primary key (dealership_id, id),
    constraint introduction_co_seller_fkey foreign key (dealership_id, co_seller_id) references co_seller (dealership_id, id),
    constraint introduction_prospect_fkey foreign key (dealership_id, prospect_id) references prospect (dealership_id, id),
    constraint introduction_direction_check check (direction in ('TO_US', 'TO_THEM')),
    constraint introduction_promised_check check (promised is null or (promised >= 0 and direction = 'TO_US')),
    constraint introduction_self_check check (introducer_hash <> introduced_hash)
);
create unique index introduction_to_us_key on introduction (dealership_id, prospect_id) where direction = 'TO_US';
create unique index introduction_to_them_key on introduction (dealership_id, prospect_id, co_seller_id)
    where direction = 'TO_THEM';
create index introduction_co_seller_idx on introduction (dealership_id, co_seller_id, introduced_at desc);
create index introduction_introduced_idx on introduction (dealership_id, introduced_hash);

alter table introduction enable row level security;
create policy tenant on introduction to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on introduction to genjin_app;

-- What an introduction earned: due at delivery, approved by one person, paid by another.
create table co_selling_reward (
    dealership_id   int           not null,
    introduction_id uuid          not null,
    amount          numeric(12,2) not null,
    state           text          not null,
    looked_after_by uuid          not null,
    due_at          timestamptz   not null,
    decided_by      uuid,
    decided_at      timestamptz,
    note            text,
    paid_by         uuid,
    paid_at         timestamptz,
    constraint co_selling_reward_pkey primary key (dealership_id, introduction_id),
    constraint co_selling_reward_introduction_fkey foreign key (dealership_id, introduction_id)
        references introduction (dealership_id, id),
    constraint co_selling_reward_amount_check check (amount > 0),
    constraint co_selling_reward_state_check check (state in ('DUE', 'APPROVED', 'REJECTED', 'PAID')),
    constraint co_selling_reward_decided_check check ((state = 'DUE') = (decided_by is null)
        and (decided_by is null) = (decided_at is null)),
    constraint co_selling_reward_people_check check (decided_by <> looked_after_by and paid_by <> looked_after_by
        and paid_by <> decided_by),
    constraint co_selling_reward_paid_check check ((state = 'PAID') = (paid_by is not null)
        and (paid_by is null) = (paid_at is null))
);
create index co_selling_reward_due_idx on co_selling_reward (dealership_id, due_at desc);

alter table co_selling_reward enable row level security;
create policy tenant on co_selling_reward to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on co_selling_reward to genjin_app;
grant update (state, decided_by, decided_at, note, paid_by, paid_at) on co_selling_reward to genjin_app;
