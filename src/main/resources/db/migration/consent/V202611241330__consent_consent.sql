-- Companies outside the dealership that would like to know customers; each dealership names its own (R-203).
create table partner (
    dealership_id int         not null,
    id            uuid        not null,
    name          text        not null,
    type          text        not null,
    added_by      uuid        not null,
    added_at      timestamptz not null,
    retired_by    uuid,
    retired_at    timestamptz,
    constraint partner_pkey primary key (dealership_id, id),
    constraint partner_type_check check (type in ('BANK', 'INSURER', 'LEASING', 'USED_CAR', 'OTHER')),
    constraint partner_retired_check check ((retired_at is null) = (retired_by is null))
);
create unique index partner_name_key on partner (dealership_id, name) where retired_at is null;

alter table partner enable row level security;
create policy tenant on partner to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on partner to genjin_app;
grant update (retired_by, retired_at) on partner to genjin_app;

-- What a customer said about one partner, yes or no; only that a yes was taken back is written later (3.14).
create table consent (
    dealership_id int         not null,
    id            uuid        not null,
    prospect_id   uuid        not null,
    partner_id    uuid        not null,
    purpose       text        not null,
    fields        text        not null,
    given         boolean     not null,
    channel       text        not null,
    said_at       timestamptz not null,
    evidence      text,
    valid_until   date,
    recorded_by   uuid        not null,
    recorded_at   timestamptz not null,
    withdrawn_at  timestamptz,
    withdrawn_by  uuid,
    constraint consent_pkey primary key (dealership_id, id),
    constraint consent_prospect_fkey foreign key (dealership_id, prospect_id) references prospect (dealership_id, id),
    constraint consent_partner_fkey foreign key (dealership_id, partner_id) references partner (dealership_id, id),
    constraint consent_channel_check check (channel in ('PAPER', 'E_SIGN', 'VERBAL_RECORDED')),
    constraint consent_scope_check check (not given or fields <> ''),
    constraint consent_purpose_check check (purpose <> ''),
    constraint consent_said_check check (said_at <= recorded_at),
    constraint consent_withdrawn_check check ((withdrawn_at is null) = (withdrawn_by is null)
        and (withdrawn_at is null or (given and withdrawn_at >= said_at)))
);
create index consent_prospect_idx on consent (dealership_id, prospect_id, said_at desc);
create index consent_partner_idx on consent (dealership_id, partner_id);

alter table consent enable row level security;
create policy tenant on consent to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on consent to genjin_app;
grant update (withdrawn_at, withdrawn_by) on consent to genjin_app;

-- What was handed to partners and what was stopped; the fields by name, never their values.
create table disclosure (
    dealership_id int         not null,
    id            uuid        not null,
    prospect_id   uuid        not null,
    partner_id    uuid        not null,
    consent_id    uuid,
    purpose       text        not null,
    fields        text        not null,
    why           text,
    by_id         uuid        not null,
    disclosed_at  timestamptz not null,
    constraint disclosure_pkey primary key (dealership_id, id),
    constraint disclosure_prospect_fkey foreign key (dealership_id, prospect_id) references prospect (dealership_id, id),
    constraint disclosure_partner_fkey foreign key (dealership_id, partner_id) references partner (dealership_id, id),
    constraint disclosure_consent_fkey foreign key (dealership_id, consent_id) references consent (dealership_id, id),
    constraint disclosure_why_check check (why in ('NONE', 'REFUSED', 'WITHDRAWN', 'EXPIRED', 'OTHER_PURPOSE', 'OUTSIDE_SCOPE')),
    constraint disclosure_consent_check check ((consent_id is null) = (why is not null)),
    constraint disclosure_fields_check check (fields <> '')
);
create index disclosure_prospect_idx on disclosure (dealership_id, prospect_id, disclosed_at desc);
create index disclosure_partner_idx on disclosure (dealership_id, partner_id, disclosed_at desc);

alter table disclosure enable row level security;
create policy tenant on disclosure to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on disclosure to genjin_app;
