-- Notices that a person has read one by one, above the line up to which all are read (notice_seen); dropped below it and after
-- thirty days.
create table notice_read (
    dealership_id int         not null,
    staff_id      uuid        not null,
    entry_id      uuid        not null,
    recorded_at   timestamptz not null,
    constraint notice_read_pkey primary key (dealership_id, staff_id, entry_id),
    constraint notice_read_staff_fkey foreign key (dealership_id, staff_id) references staff_member (dealership_id, id),
    constraint notice_read_entry_fkey foreign key (dealership_id, entry_id) references journal_entry (dealership_id, id)
);
create index notice_read_time_idx on notice_read (dealership_id, recorded_at);

comment on column notice_read.recorded_at is 'when the entry was written down, as the journal says';

alter table notice_read enable row level security;
create policy tenant on notice_read to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, delete on notice_read to genjin_app;
