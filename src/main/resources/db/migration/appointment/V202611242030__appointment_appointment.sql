-- Invitations to come: when, with whom, made in which contact, and whether they were kept (3.2).
create table appointment (
    dealership_id int         not null,
    id            uuid        not null,
    prospect_id   uuid        not null,
    kind          text        not null,
    appointed_at  timestamptz not null,
    with_id       uuid,
    note          text,
    invited_in    uuid,
    made_by       uuid        not null,
    made_at       timestamptz not null,
    moves         int         not null,
    status        text        not null,
    settled_at    timestamptz,
    reason        text,
    constraint appointment_pkey primary key (dealership_id, id),
    constraint appointment_prospect_fkey foreign key (dealership_id, prospect_id) references prospect (dealership_id, id),
    constraint appointment_with_fkey foreign key (dealership_id, with_id) references staff_member (dealership_id, id),
    constraint appointment_made_by_fkey foreign key (dealership_id, made_by) references staff_member (dealership_id, id),
    constraint appointment_kind_check check (kind in ('SHOWROOM_VISIT', 'TEST_DRIVE', 'DELIVERY', 'HOME_VISIT')),
    constraint appointment_status_check check (status in ('MADE', 'MOVED', 'KEPT', 'CANCELLED', 'NO_SHOW')),
    constraint appointment_moved_check check (moves >= 0 and (status <> 'MOVED' or moves > 0)),
    constraint appointment_settled_check check ((settled_at is null) = (status in ('MADE', 'MOVED')))
);
create index appointment_time_idx on appointment (dealership_id, appointed_at, id);
create index appointment_open_idx on appointment (dealership_id, appointed_at, id) where status in ('MADE', 'MOVED');
create index appointment_prospect_idx on appointment (dealership_id, prospect_id, appointed_at desc);

comment on column appointment.with_id is 'who expects the customer; nobody named is the customer''s consultant, whoever that is';
comment on column appointment.invited_in is 'the contact in which it was made';

alter table appointment enable row level security;
create policy tenant on appointment to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update on appointment to genjin_app;
