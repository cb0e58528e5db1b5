-- Up to when a person has looked at what they are told; the notices themselves are read from the journal.
create table notice_seen (
    dealership_id int         not null,
    staff_id      uuid        not null,
    seen_until    timestamptz not null,
    constraint notice_seen_pkey primary key (dealership_id, staff_id),
    constraint notice_seen_staff_fkey foreign key (dealership_id, staff_id) references staff_member (dealership_id, id)
);

alter table notice_seen enable row level security;
create policy tenant on notice_seen to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update on notice_seen to genjin_app;
