-- One customer who may buy. While open: exactly one owner, one grade, one next step; nothing else can be stored.
create sequence card_no as bigint start with 1001;
grant usage on sequence card_no to genjin_app;

create table prospect (
    dealership_id      int         not null,
    id                 uuid        not null,
    card_no            bigint      not null,
    status             text        not null,
    source             text        not null,
    received_at        timestamptz not null,
    owner_id           uuid,
    first_owner_id     uuid        not null,
    important_customer boolean     not null,
    initial_grade      text        not null,
    grade              text,
    grade_evidence     text        not null,
    override_reason    text,
    customer_name      text        not null,
    mobile_sealed      bytea       not null,
    mobile_hash        bytea       not null,
    mobile_last_four   bytea       not null,
    main_model         text,
    next_date          date,
    next_reason        text,
    next_note          text        not null,
    due_at             timestamptz not null,
    rule_due_at        timestamptz not null,
    latest_day         date        not null,
    first_pending      boolean     not null,
    card_status        text        not null,
    submitted_at       timestamptz,
    signed_by          uuid,
    signed_at          timestamptz,
    sign_comment       text,
    entered_by         uuid,
    entered_at         timestamptz,
    visit_count        int         not null,
    first_visit_at     timestamptz,
    second_visit_at    timestamptz,
    last_visit_at      timestamptz,
    last_contact_at    timestamptz,
    batch_id           uuid,
    created_by         uuid,
    created_at         timestamptz not null,
    updated_by         uuid,
    updated_at         timestamptz not null,
    version            int         not null,
    constraint prospect_pkey primary key (dealership_id, id),
    constraint prospect_card_no_key unique (dealership_id, card_no),
    constraint prospect_dealership_fkey foreign key (dealership_id) references dealership (id),
    constraint prospect_owner_fkey foreign key (dealership_id, owner_id) references staff_member (dealership_id, id),
    constraint prospect_status_check check (status in ('LEAD_RECEIVED', 'ASSIGNED', 'FOLLOWING', 'NOT_CLOSED_REVIEW', 'CAUSE_ANALYSIS',
        'DEFEAT_PENDING', 'DEFEATED', 'DORMANT', 'INVALID', 'DUPLICATE', 'ORDERED', 'DELIVERED')),
    constraint prospect_open_check check (status in ('DEFEATED', 'INVALID', 'DUPLICATE', 'DELIVERED')
        or (owner_id is not null and grade is not null and next_date is not null and next_reason is not null)),
    constraint prospect_grade_check check (grade in ('H', 'A', 'B', 'C', 'N') and initial_grade in ('H', 'A', 'B', 'C', 'N')),
    constraint prospect_source_check check (source in ('INBOUND_CALL', 'WALK_IN', 'MARKET_DEVELOPMENT', 'FIELD_SALES', 'PROMOTION_EVENT',
        'REFERRAL', 'CO_SELLING', 'HQ_ALLOCATED', 'HOTLINE_800', 'OTHER')),
    constraint prospect_card_status_check check (card_status in ('DRAFT', 'SUBMITTED', 'RETURNED', 'SIGNED', 'ENTERED')),
    constraint prospect_submitted_check check (card_status = 'DRAFT' or submitted_at is not null),
    constraint prospect_signed_check check (card_status not in ('SIGNED', 'ENTERED') or (signed_by is not null and signed_at is not null)),
    constraint prospect_self_signed_check check (card_status <> 'ENTERED' or (entered_by is not null and entered_at is not null))
);

-- One open prospect per number and dealership (policy duplicate.key): the race of two savers is decided here.
create unique index prospect_open_mobile_key on prospect (dealership_id, mobile_hash)
    where status not in ('DEFEATED', 'INVALID', 'DUPLICATE', 'DELIVERED');
create index prospect_mobile_idx on prospect (dealership_id, mobile_hash);
create index prospect_last_four_idx on prospect (dealership_id, mobile_last_four);
create index prospect_owner_due_idx on prospect (dealership_id, owner_id, due_at, id)
    where status in ('LEAD_RECEIVED', 'ASSIGNED', 'FOLLOWING', 'NOT_CLOSED_REVIEW', 'CAUSE_ANALYSIS', 'DEFEAT_PENDING');
create index prospect_due_idx on prospect (dealership_id, due_at, id)
    where status in ('LEAD_RECEIVED', 'ASSIGNED', 'FOLLOWING', 'NOT_CLOSED_REVIEW', 'CAUSE_ANALYSIS', 'DEFEAT_PENDING');
create index prospect_rule_due_idx on prospect (dealership_id, rule_due_at)
    where status in ('LEAD_RECEIVED', 'ASSIGNED', 'FOLLOWING', 'NOT_CLOSED_REVIEW', 'CAUSE_ANALYSIS', 'DEFEAT_PENDING');
create index prospect_received_idx on prospect (dealership_id, received_at desc, id desc);
create index prospect_card_idx on prospect (dealership_id, card_status, submitted_at) where card_status in ('SUBMITTED', 'RETURNED', 'SIGNED');
create index prospect_batch_idx on prospect (dealership_id, batch_id) where batch_id is not null;

comment on column prospect.due_at is 'the moment by which the promised contact is owed: end of next_date, or the first limit when that falls earlier';
comment on column prospect.rule_due_at is 'the next moment at which the clocks count a miss; followup alone computes it after the first contact';

alter table prospect enable row level security;
create policy tenant on prospect to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update, delete on prospect to genjin_app;

-- The rest of the card: read when one card is opened, never by lists.
create table customer_info_card (
    dealership_id          int  not null,
    prospect_id            uuid not null,
    customer_type          text not null,
    gender                 text,
    contacts_sealed        bytea,
    preferred_contact_way  text,
    preferred_contact_time text,
    age_band               text,
    occupation             text,
    industry               text,
    family_structure       text,
    hobby                  text,
    income_band            text,
    source_detail          text,
    media_channel          text,
    expected_purchase_date date,
    expected_purchase_band text,
    intent_models          jsonb not null,
    purchase_type          text,
    purpose                text,
    budget                 numeric(12, 2),
    payment_way            text,
    decision_maker         text,
    car_user               text,
    competitors            jsonb not null,
    current_car            text,
    trade_in               boolean,
    remark                 text,
    constraint customer_info_card_pkey primary key (dealership_id, prospect_id),
    constraint customer_info_card_prospect_fkey foreign key (dealership_id, prospect_id) references prospect (dealership_id, id) on delete cascade,
    constraint customer_info_card_type_check check (customer_type in ('INDIVIDUAL', 'COMPANY')),
    constraint customer_info_card_budget_check check (budget >= 0)
);

alter table customer_info_card enable row level security;
create policy tenant on customer_info_card to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update, delete on customer_info_card to genjin_app;

-- Beginnings of names as characters, pinyin and initials; compared with >= and < only, which row-level security lets an index answer.
create table prospect_name_term (
    dealership_id int  not null,
    term          text collate "C" not null,
    prospect_id   uuid not null,
    constraint prospect_name_term_pkey primary key (dealership_id, term, prospect_id),
    constraint prospect_name_term_prospect_fkey foreign key (dealership_id, prospect_id) references prospect (dealership_id, id) on delete cascade
);
create index prospect_name_term_prospect_idx on prospect_name_term (dealership_id, prospect_id);

alter table prospect_name_term enable row level security;
create policy tenant on prospect_name_term to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update, delete on prospect_name_term to genjin_app;

-- Who answered for a prospect and when that changed (TransferRecord, 3.15); misses are charged by it.
create table ownership_change (
    dealership_id int         not null,
    id            uuid        not null,
    prospect_id   uuid        not null,
    from_id       uuid        not null,
    to_id         uuid        not null,
    reason        text        not null,
    note          text,
    changed_by    uuid,
    changed_at    timestamptz not null,
    constraint ownership_change_pkey primary key (dealership_id, id),
    constraint ownership_change_prospect_fkey foreign key (dealership_id, prospect_id) references prospect (dealership_id, id),
    constraint ownership_change_to_fkey foreign key (dealership_id, to_id) references staff_member (dealership_id, id),
    constraint ownership_change_reason_check check (reason in ('ALLOCATION', 'LEAVE', 'WORKLOAD', 'CUSTOMER_REQUEST', 'OVERDUE', 'CONFLICT', 'IMPORTANT'))
);
create index ownership_change_prospect_idx on ownership_change (dealership_id, prospect_id, changed_at);

alter table ownership_change enable row level security;
create policy tenant on ownership_change to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on ownership_change to genjin_app;

-- How the grade moved, with its evidence and reason; the clocks are computed from it.
create table grade_change (
    dealership_id int         not null,
    id            uuid        not null,
    prospect_id   uuid        not null,
    grade_before  text        not null,
    grade_after   text        not null,
    evidence      text        not null,
    reason        text,
    changed_by    uuid,
    changed_at    timestamptz not null,
    constraint grade_change_pkey primary key (dealership_id, id),
    constraint grade_change_prospect_fkey foreign key (dealership_id, prospect_id) references prospect (dealership_id, id),
    constraint grade_change_grade_check check (grade_before in ('H', 'A', 'B', 'C', 'N') and grade_after in ('H', 'A', 'B', 'C', 'N'))
);
create index grade_change_prospect_idx on grade_change (dealership_id, prospect_id, changed_at);

alter table grade_change enable row level security;
create policy tenant on grade_change to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on grade_change to genjin_app;

-- Two consultants and one customer (撞单): the case that managers decide.
create table ownership_conflict (
    dealership_id int         not null,
    id            uuid        not null,
    prospect_id   uuid        not null,
    claimant_a    uuid        not null,
    claimant_b    uuid        not null,
    evidence      text        not null,
    opened_at     timestamptz not null,
    status        text        not null,
    decided_by    uuid,
    decision      text,
    decided_at    timestamptz,
    constraint ownership_conflict_pkey primary key (dealership_id, id),
    constraint ownership_conflict_prospect_fkey foreign key (dealership_id, prospect_id) references prospect (dealership_id, id),
    constraint ownership_conflict_status_check check (status in ('OPEN', 'DECIDED')),
    constraint ownership_conflict_parties_check check (claimant_a <> claimant_b)
);
create unique index ownership_conflict_open_key on ownership_conflict (dealership_id, prospect_id, claimant_b) where status = 'OPEN';

alter table ownership_conflict enable row level security;
create policy tenant on ownership_conflict to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update on ownership_conflict to genjin_app;
