-- Why there was no deal, in the consultant's words, and whether they will visit again (1.8 states 7 and 8).
create table not_closed_review (
    dealership_id int         not null,
    id            uuid        not null,
    prospect_id   uuid        not null,
    summary       text        not null,
    reasons       text        not null,
    revisit       boolean,
    by_id         uuid        not null,
    reviewed_at   timestamptz not null,
    constraint not_closed_review_pkey primary key (dealership_id, id),
    constraint not_closed_review_prospect_fkey foreign key (dealership_id, prospect_id) references prospect (dealership_id, id)
);
create index not_closed_review_prospect_idx on not_closed_review (dealership_id, prospect_id, reviewed_at desc);

alter table not_closed_review enable row level security;
create policy tenant on not_closed_review to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update on not_closed_review to genjin_app;

-- What a manager decided after the analysis (1.8 state 9); kept for ever.
create table cause_decision (
    dealership_id int         not null,
    id            uuid        not null,
    prospect_id   uuid        not null,
    way           text        not null,
    comment       text        not null,
    adjusted      text        not null,
    by_id         uuid        not null,
    decided_at    timestamptz not null,
    constraint cause_decision_pkey primary key (dealership_id, id),
    constraint cause_decision_prospect_fkey foreign key (dealership_id, prospect_id) references prospect (dealership_id, id),
    constraint cause_decision_way_check check (way in ('FOLLOW', 'DORMANT', 'DEFEAT'))
);
create index cause_decision_prospect_idx on cause_decision (dealership_id, prospect_id, decided_at desc);

alter table cause_decision enable row level security;
create policy tenant on cause_decision to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on cause_decision to genjin_app;

-- An application to give a customer up, and what became of it (3.9).
create table defeat (
    dealership_id     int            not null,
    id                uuid           not null,
    prospect_id       uuid           not null,
    applied_by        uuid           not null,
    applied_at        timestamptz    not null,
    owner_then        uuid           not null,
    grade_then        text           not null,
    outcome           text           not null,
    reasons           text           not null,
    competitor_brand  text,
    competitor_model  text,
    competitor_price  numeric(12, 2),
    competitor_dealer text,
    stage_reached     text           not null,
    could_save        boolean        not null,
    rescue_action     text,
    status            text           not null,
    verifier_id       uuid,
    verify_sent_at    timestamptz,
    verify_finding    text,
    verify_comment    text,
    verified_at       timestamptz,
    decided_by        uuid,
    decided_at        timestamptz,
    decision_comment  text,
    version           int            not null,
    constraint defeat_pkey primary key (dealership_id, id),
    constraint defeat_prospect_fkey foreign key (dealership_id, prospect_id) references prospect (dealership_id, id),
    constraint defeat_outcome_check check (outcome in ('LOST_CONTACT', 'GAVE_UP', 'BOUGHT_COMPETITOR', 'BOUGHT_SAME_BRAND_ELSEWHERE',
        'INVALID')),
    constraint defeat_status_check check (status in ('PENDING', 'TO_VERIFY', 'AGREED', 'REJECTED', 'RESCUED', 'WITHDRAWN')),
    constraint defeat_decided_check check (status in ('PENDING', 'TO_VERIFY', 'WITHDRAWN') or (decided_by is not null and decided_at is not null
        and decided_by <> applied_by)),
    constraint defeat_verifier_check check (status <> 'TO_VERIFY' or (verifier_id is not null and verifier_id <> applied_by
        and verifier_id <> owner_then)),
    constraint defeat_competitor_check check (outcome <> 'BOUGHT_COMPETITOR' or competitor_brand is not null)
);
create unique index defeat_open_key on defeat (dealership_id, prospect_id) where status in ('PENDING', 'TO_VERIFY');
create index defeat_prospect_idx on defeat (dealership_id, prospect_id, applied_at desc);
create index defeat_status_idx on defeat (dealership_id, status, applied_at, id);

alter table defeat enable row level security;
create policy tenant on defeat to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update on defeat to genjin_app;

-- Calls by customer relations to customers who were given up, chosen by chance.
create table courtesy_call (
    dealership_id int         not null,
    id            uuid        not null,
    defeat_id     uuid        not null,
    prospect_id   uuid        not null,
    due_date      date        not null,
    attempts      int         not null,
    finding       text,
    comment       text,
    by_id         uuid,
    called_at     timestamptz,
    constraint courtesy_call_pkey primary key (dealership_id, id),
    constraint courtesy_call_defeat_key unique (dealership_id, defeat_id),
    constraint courtesy_call_defeat_fkey foreign key (dealership_id, defeat_id) references defeat (dealership_id, id),
    constraint courtesy_call_finding_check check (finding in ('CONFIRMED', 'OTHER_REASON', 'STILL_INTERESTED', 'NOT_REACHED'))
);
create index courtesy_call_open_idx on courtesy_call (dealership_id, due_date, id) where finding is null;
create index courtesy_call_done_idx on courtesy_call (dealership_id, called_at desc, id) where finding is not null;

alter table courtesy_call enable row level security;
create policy tenant on courtesy_call to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update on courtesy_call to genjin_app;
