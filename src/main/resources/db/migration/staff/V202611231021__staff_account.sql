-- Sign-in names; looked up before the dealership is known, hence outside the tenant. No key from here to tenant tables.
create table account (
    username         text        not null,
    dealership_id    int         not null,
    staff_id         uuid        not null,
    password_hash    text,
    failures         int         not null,
    first_failure_at timestamptz,
    locked_until     timestamptz,
    last_sign_in_at  timestamptz,
    created_at       timestamptz not null,
    constraint account_pkey primary key (username),
    constraint account_staff_key unique (dealership_id, staff_id)
);
grant select, insert, update on account to genjin_app;

-- Tokens of systems and people; only their hashes are kept.
create table api_token (
    token_hash    bytea       not null,
    dealership_id int         not null,
    staff_id      uuid        not null,
    name          text        not null,
    created_at    timestamptz not null,
    expires_at    timestamptz not null,
    revoked_at    timestamptz,
    last_used_at  timestamptz,
    constraint api_token_pkey primary key (token_hash)
);
create index api_token_staff_idx on api_token (dealership_id, staff_id);
grant select, insert, update on api_token to genjin_app;

-- Who signed in or tried to.
create table sign_in_record (
    dealership_id int         not null,
    id            uuid        not null,
    staff_id      uuid        not null,
    what          text        not null,
    address       text        not null,
    happened_at   timestamptz not null,
    constraint sign_in_record_pkey primary key (dealership_id, id),
    constraint sign_in_record_what_check check (what in ('SIGNED_IN', 'SIGNED_OUT', 'FAILED', 'LOCKED_OUT', 'CLOSED', 'PASSWORD_CHANGED'))
);
create index sign_in_record_staff_idx on sign_in_record (dealership_id, staff_id, happened_at desc);

alter table sign_in_record enable row level security;
create policy tenant on sign_in_record to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on sign_in_record to genjin_app;
