-- Who looked at whose personal data: appended, never changed.
create table access_record (
    dealership_id int         not null,
    id            uuid        not null,
    looked_at     timestamptz not null,
    staff_id      uuid        not null,
    look          text        not null,
    prospect_id   uuid,
    what          text        not null,
    customers     int         not null,
    constraint access_record_pkey primary key (dealership_id, id),
    constraint access_record_staff_fkey foreign key (dealership_id, staff_id) references staff_member (dealership_id, id),
    constraint access_record_look_check check (look in ('REVEALED', 'DOWNLOADED', 'PRINTED'))
);
create index access_record_time_idx on access_record (dealership_id, looked_at desc, id desc);

alter table access_record enable row level security;
create policy tenant on access_record to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on access_record to genjin_app;
