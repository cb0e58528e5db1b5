-- What keeps customers from deciding, in their own words (2.7).
create table objection (
    dealership_id int         not null,
    id            uuid        not null,
    prospect_id   uuid        not null,
    type          text        not null,
    wording       text        not null,
    competitor    text,
    model         text,
    result        text        not null,
    answer_due    date,
    raised_by     uuid        not null,
    raised_at     timestamptz not null,
    settled_at    timestamptz,
    constraint objection_pkey primary key (dealership_id, id),
    constraint objection_prospect_fkey foreign key (dealership_id, prospect_id) references prospect (dealership_id, id),
    constraint objection_type_check check (type in ('PRICE', 'CONFIGURATION', 'COLOUR_OR_STOCK', 'DELIVERY_TIME', 'COMPETITOR',
        'BRAND_OR_QUALITY', 'FINANCE', 'TRADE_IN', 'AFTER_SALES', 'FAMILY_DECISION', 'PLATE_QUOTA', 'OTHER')),
    constraint objection_result_check check (result in ('RESOLVED', 'OPEN', 'LOST')),
    constraint objection_open_check check ((result = 'OPEN') = (answer_due is not null) and (result = 'OPEN') = (settled_at is null)),
    constraint objection_wording_check check (wording <> '')
);
create index objection_prospect_idx on objection (dealership_id, prospect_id, raised_at desc);
create index objection_raised_idx on objection (dealership_id, raised_at desc, id desc);
create index objection_open_idx on objection (dealership_id, answer_due) where result = 'OPEN';

alter table objection enable row level security;
create policy tenant on objection to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on objection to genjin_app;
grant update (result, answer_due, settled_at) on objection to genjin_app;

-- Every answer, with what came of it; later only that the customer came up with it again.
create table objection_answer (
    dealership_id int         not null,
    id            uuid        not null,
    objection_id  uuid        not null,
    answer        text        not null,
    answer_plain  text        not null,
    answered_by   uuid        not null,
    answered_at   timestamptz not null,
    recorded_by   uuid        not null,
    result        text        not null,
    failed_at     timestamptz,
    constraint objection_answer_pkey primary key (dealership_id, id),
    constraint objection_answer_objection_fkey foreign key (dealership_id, objection_id) references objection (dealership_id, id),
    constraint objection_answer_result_check check (result in ('RESOLVED', 'OPEN', 'LOST')),
    constraint objection_answer_failed_check check (failed_at is null or (result <> 'OPEN' and failed_at >= answered_at)),
    constraint objection_answer_words_check check (answer <> '')
);
create index objection_answer_objection_idx on objection_answer (dealership_id, objection_id, answered_at);

alter table objection_answer enable row level security;
create policy tenant on objection_answer to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on objection_answer to genjin_app;
grant update (failed_at) on objection_answer to genjin_app;
