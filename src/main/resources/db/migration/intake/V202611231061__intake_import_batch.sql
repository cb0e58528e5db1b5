-- One sheet of customers: what was uploaded, how it is read, how far it is, and what came of it.
create table import_batch (
    dealership_id int         not null,
    id            uuid        not null,
    file_name     text        not null,
    file_hash     bytea       not null,
    kind          text        not null,
    status        text        not null,
    plan          jsonb       not null,
    total_rows    int         not null,
    done_rows     int         not null,
    imported      int         not null,
    duplicates    int         not null,
    refused       int         not null,
    taken_back    int         not null,
    failure       text,
    uploaded_by   uuid        not null,
    uploaded_at   timestamptz not null,
    started_by    uuid,
    started_at    timestamptz,
    finished_at   timestamptz,
    constraint import_batch_pkey primary key (dealership_id, id),
    constraint import_batch_dealership_fkey foreign key (dealership_id) references dealership (id),
    constraint import_batch_uploaded_by_fkey foreign key (dealership_id, uploaded_by) references staff_member (dealership_id, id),
    constraint import_batch_status_check check (status in ('UPLOADED', 'RUNNING', 'DONE', 'FAILED', 'TAKEN_BACK')),
    constraint import_batch_counts_check check (done_rows = imported + duplicates + refused and done_rows <= total_rows),
    constraint import_batch_started_check check (status in ('UPLOADED', 'TAKEN_BACK') or (started_by is not null and started_at is not null))
);
-- The same file a second time is the same batch, unless it was taken back.
create unique index import_batch_file_key on import_batch (dealership_id, file_hash) where status <> 'TAKEN_BACK';
create index import_batch_time_idx on import_batch (dealership_id, uploaded_at desc, id desc);
create index import_batch_unfinished_idx on import_batch (dealership_id, id) where finished_at is null and status in ('RUNNING', 'TAKEN_BACK');

comment on column import_batch.done_rows is 'rows whose outcome is stored: written in the transaction that stored it, so that a killed import goes on where it was';

alter table import_batch enable row level security;
create policy tenant on import_batch to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update on import_batch to genjin_app;

-- The uploaded bytes, sealed in parts, for as long as the batch needs them.
create table import_file (
    dealership_id int   not null,
    batch_id      uuid  not null,
    part          int   not null,
    sealed        bytea not null,
    constraint import_file_pkey primary key (dealership_id, batch_id, part),
    constraint import_file_batch_fkey foreign key (dealership_id, batch_id) references import_batch (dealership_id, id)
);

alter table import_file enable row level security;
create policy tenant on import_file to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, delete on import_file to genjin_app;

-- Rows that brought no new customer: refused with reasons, or on file already. Imported ones are prospects and stand there.
create table import_row (
    dealership_id int   not null,
    batch_id      uuid  not null,
    row_number    int   not null,
    outcome       text  not null,
    cells_sealed  bytea not null,
    reasons       jsonb not null,
    prospect_id   uuid,
    constraint import_row_pkey primary key (dealership_id, batch_id, row_number),
    constraint import_row_batch_fkey foreign key (dealership_id, batch_id) references import_batch (dealership_id, id),
    constraint import_row_prospect_fkey foreign key (dealership_id, prospect_id) references prospect (dealership_id, id),
    constraint import_row_outcome_check check (outcome in ('REFUSED', 'DUPLICATE'))
);

alter table import_row enable row level security;
create policy tenant on import_row to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, delete on import_row to genjin_app;
