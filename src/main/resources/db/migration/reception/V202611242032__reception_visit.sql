-- Parties that came or called (来店(电)客户登记表, 3.3).
create table visit (
    dealership_id    int         not null,
    id               uuid        not null,
    day              date        not null,
    kind             text        not null,
    arrived_at       timestamptz not null,
    left_at          timestamptz,
    people           int         not null,
    transport        text,
    purpose          text        not null,
    nature           text        not null,
    customer_name    text,
    mobile_sealed    bytea,
    mobile_hash      bytea,
    requested_id     uuid,
    consultant_id    uuid,
    given            text,
    prospect_id      uuid,
    opened           boolean     not null,
    appointment_id   uuid,
    not_filed_reason text,
    course           text,
    model            text,
    colour           text,
    competitor       text,
    manager_at       timestamptz,
    follows          text,
    closed_at        timestamptz,
    closed_by        uuid,
    registered_by    uuid        not null,
    reminded_at      timestamptz,
    constraint visit_pkey primary key (dealership_id, id),
    constraint visit_requested_fkey foreign key (dealership_id, requested_id) references staff_member (dealership_id, id),
    constraint visit_consultant_fkey foreign key (dealership_id, consultant_id) references staff_member (dealership_id, id),
    constraint visit_prospect_fkey foreign key (dealership_id, prospect_id) references prospect (dealership_id, id),
    constraint visit_appointment_fkey foreign key (dealership_id, appointment_id) references appointment (dealership_id, id),
    constraint visit_closed_by_fkey foreign key (dealership_id, closed_by) references staff_member (dealership_id, id),
    constraint visit_registered_by_fkey foreign key (dealership_id, registered_by) references staff_member (dealership_id, id),
    constraint visit_kind_check check (kind in ('VISIT', 'CALL', 'FIELD', 'INVITED', 'OTHER')),
    constraint visit_people_check check (people between 1 and 99),
    constraint visit_transport_check check (transport in ('CAR', 'TAXI', 'PUBLIC_TRANSPORT', 'ON_FOOT', 'OTHER')),
    constraint visit_purpose_check check (purpose in ('NEW_CAR', 'PICK_UP', 'PAPERWORK', 'SERVICE', 'OTHER')),
    constraint visit_nature_check check (nature in ('FIRST', 'RETURN', 'FILED_FIRST', 'NON_SALES')),
    constraint visit_non_sales_check check ((nature = 'NON_SALES') = (purpose <> 'NEW_CAR')),
    constraint visit_given_check check (given in ('ROTATION', 'REQUESTED', 'OWNER', 'NAMED')),
    constraint visit_received_check check ((given is null) = (consultant_id is null) and (consultant_id is not null or purpose <> 'NEW_CAR')),
    constraint visit_left_check check (left_at >= arrived_at),
    constraint visit_number_check check ((mobile_sealed is null) = (mobile_hash is null) and (mobile_sealed is null or prospect_id is null)),
    constraint visit_not_filed_check check (not_filed_reason in ('REFUSED', 'HURRY', 'MISSED', 'COMPANION', 'OTHER')),
    constraint visit_declined_check check ((not_filed_reason is null) = (follows is distinct from 'NOT_FILED')),
    constraint visit_follows_check check (follows in ('NEXT_CONTACT', 'ORDER', 'REVIEW', 'OWNER_GOES_ON', 'NON_SALES', 'NOT_FILED')),
    constraint visit_closed_check check ((closed_at is null) = (follows is null) and (closed_at is null) = (closed_by is null)
        and (closed_at is null or left_at is not null)),
    -- filed means that a valid number was left, and every closed party that asked for a car is filed or said why not
    constraint visit_accounted_check check (closed_at is null or purpose <> 'NEW_CAR' or prospect_id is not null
        or not_filed_reason is not null)
);
create index visit_day_idx on visit (dealership_id, day, arrived_at, id);
create index visit_open_idx on visit (dealership_id, arrived_at, id) where closed_at is null;
create index visit_prospect_idx on visit (dealership_id, prospect_id, arrived_at desc) where prospect_id is not null;
create index visit_waiting_idx on visit (dealership_id, mobile_hash) where mobile_hash is not null;
create index visit_turn_idx on visit (dealership_id, day, arrived_at) where given = 'ROTATION';

comment on column visit.mobile_sealed is 'a number left at the door that no card has yet; sealed, and forgotten as soon as a card has it';
comment on column visit.opened is 'whether the customer''s case began with this visit';

-- A day at the door: held while a turn is given, so that two parties at once get two consultants.
create table reception_day (
    dealership_id int  not null,
    day           date not null,
    constraint reception_day_pkey primary key (dealership_id, day),
    constraint reception_day_dealership_fkey foreign key (dealership_id) references dealership (id)
);

-- Consultants whom a manager took off the floor for a day, beside those who are absent.
create table off_floor (
    dealership_id int         not null,
    day           date        not null,
    staff_id      uuid        not null,
    set_by        uuid        not null,
    set_at        timestamptz not null,
    constraint off_floor_pkey primary key (dealership_id, day, staff_id),
    constraint off_floor_staff_fkey foreign key (dealership_id, staff_id) references staff_member (dealership_id, id),
    constraint off_floor_set_by_fkey foreign key (dealership_id, set_by) references staff_member (dealership_id, id)
);

-- Parties counted at the door, by the hour; and why parties are missing on the sheet.
create table head_count (
    dealership_id int         not null,
    day           date        not null,
    hour          int         not null,
    parties       int         not null,
    counted_by    uuid        not null,
    counted_at    timestamptz not null,
    constraint head_count_pkey primary key (dealership_id, day, hour),
    constraint head_count_counted_by_fkey foreign key (dealership_id, counted_by) references staff_member (dealership_id, id),
    constraint head_count_hour_check check (hour between 0 and 23),
    constraint head_count_parties_check check (parties between 0 and 999)
);
create table unexplained_party (
    dealership_id int         not null,
    id            uuid        not null,
    day           date        not null,
    parties       int         not null,
    reason        text        not null,
    explained_by  uuid        not null,
    explained_at  timestamptz not null,
    constraint unexplained_party_pkey primary key (dealership_id, id),
    constraint unexplained_party_by_fkey foreign key (dealership_id, explained_by) references staff_member (dealership_id, id),
    constraint unexplained_party_parties_check check (parties between 1 and 999)
);
create index unexplained_party_day_idx on unexplained_party (dealership_id, day);

-- Who signed the day's sheet, and what was corrected afterwards; both are only added.
create table sheet_signature (
    dealership_id int         not null,
    day           date        not null,
    duty          text        not null,
    signed_by     uuid        not null,
    signed_at     timestamptz not null,
    signature     text        not null,
    constraint sheet_signature_pkey primary key (dealership_id, day, duty),
    constraint sheet_signature_by_key unique (dealership_id, day, signed_by),
    constraint sheet_signature_by_fkey foreign key (dealership_id, signed_by) references staff_member (dealership_id, id),
    constraint sheet_signature_duty_check check (duty in ('RECEPTIONIST', 'SHOWROOM_MANAGER', 'SALES_MANAGER'))
);
create table sheet_correction (
    dealership_id int         not null,
    id            uuid        not null,
    day           date        not null,
    visit_id      uuid,
    words         text        not null,
    corrected_by  uuid        not null,
    corrected_at  timestamptz not null,
    constraint sheet_correction_pkey primary key (dealership_id, id),
    constraint sheet_correction_visit_fkey foreign key (dealership_id, visit_id) references visit (dealership_id, id),
    constraint sheet_correction_by_fkey foreign key (dealership_id, corrected_by) references staff_member (dealership_id, id)
);
create index sheet_correction_day_idx on sheet_correction (dealership_id, day);

-- Whether callers and people met at events count to the day's parties: brands differ (2.3).
create table reception_setting (
    dealership_id  int         not null,
    count_callers  boolean     not null,
    count_events   boolean     not null,
    set_by         uuid        not null,
    set_at         timestamptz not null,
    constraint reception_setting_pkey primary key (dealership_id),
    constraint reception_setting_set_by_fkey foreign key (dealership_id, set_by) references staff_member (dealership_id, id)
);

alter table visit enable row level security;
create policy tenant on visit to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
alter table reception_day enable row level security;
create policy tenant on reception_day to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
alter table off_floor enable row level security;
create policy tenant on off_floor to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
alter table head_count enable row level security;
create policy tenant on head_count to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
alter table unexplained_party enable row level security;
create policy tenant on unexplained_party to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
alter table sheet_signature enable row level security;
create policy tenant on sheet_signature to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
alter table sheet_correction enable row level security;
create policy tenant on sheet_correction to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
alter table reception_setting enable row level security;
create policy tenant on reception_setting to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update on visit to genjin_app;
grant select, insert, update on reception_day to genjin_app;
grant select, insert, delete on off_floor to genjin_app;
grant select, insert, update on head_count to genjin_app;
grant select, insert on unexplained_party to genjin_app;
grant select, insert on sheet_signature to genjin_app;
grant select, insert on sheet_correction to genjin_app;
grant select, insert, update on reception_setting to genjin_app;
