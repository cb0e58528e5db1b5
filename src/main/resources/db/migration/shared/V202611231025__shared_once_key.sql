-- What was asked under which key and what was answered, so that a repeat is answered and not done again.
create table once_key (
    dealership_id int         not null,
    person_id     uuid        not null,
    once_key      text        not null,
    request_hash  text        not null,
    status        int         not null,
    location      text,
    etag          text,
    content_type  text,
    body          text,
    created_at    timestamptz not null,
    constraint once_key_pkey primary key (dealership_id, person_id, once_key)
);
create index once_key_age_idx on once_key (dealership_id, created_at);

alter table once_key enable row level security;
create policy tenant on once_key to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update, delete on once_key to genjin_app;
