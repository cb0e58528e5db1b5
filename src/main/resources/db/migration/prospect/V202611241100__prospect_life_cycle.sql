-- The life of a prospect beyond following (1.8): rests and their ends, a rhythm of its own, three firsts that no click can set,
-- the contact a new owner owes, and customers released for anybody to claim.
alter table prospect add column first_attempt_at timestamptz;
alter table prospect add column first_reached_at timestamptz;
alter table prospect add column first_met_at timestamptz;
alter table prospect add column handover_due_at timestamptz;
alter table prospect add column wake_up_date date;
alter table prospect add column own_times int;
alter table prospect add column own_days int;
alter table prospect add column released_at timestamptz;
alter table prospect add constraint prospect_dormant_check check (status <> 'DORMANT' or wake_up_date is not null);
alter table prospect add constraint prospect_wake_up_check check (wake_up_date is null or status in ('DORMANT', 'DEFEATED'));
alter table prospect add constraint prospect_own_rhythm_check check ((own_times is null) = (own_days is null)
    and coalesce(own_times, 1) >= 1 and coalesce(own_days, own_times, 1) between coalesce(own_times, 1) and 366);
alter table prospect add constraint prospect_released_check check (released_at is null
    or status in ('LEAD_RECEIVED', 'ASSIGNED', 'FOLLOWING', 'NOT_CLOSED_REVIEW', 'CAUSE_ANALYSIS', 'DEFEAT_PENDING'));
alter table prospect add constraint prospect_firsts_check check (first_reached_at is null or first_attempt_at <= first_reached_at);
create index prospect_wake_up_idx on prospect (dealership_id, wake_up_date) where wake_up_date is not null;
create index prospect_released_idx on prospect (dealership_id, released_at) where released_at is not null;
create index prospect_status_idx on prospect (dealership_id, status, updated_at)
    where status in ('NOT_CLOSED_REVIEW', 'CAUSE_ANALYSIS', 'DEFEAT_PENDING', 'DORMANT', 'ORDERED');

comment on column prospect.first_attempt_at is 'first try of a consultant or sales manager to reach the customer; the contact in which the information was obtained is none';
comment on column prospect.first_reached_at is 'first two-way contact';
comment on column prospect.first_met_at is 'first appointment or visit after the receipt';
comment on column prospect.handover_due_at is 'until when the new owner of an H or A customer owes the first contact; nothing once it was made';

-- Which way a prospect went through its life and when; the clocks rest by it.
create table status_change (
    dealership_id int         not null,
    id            uuid        not null,
    prospect_id   uuid        not null,
    status_before text        not null,
    status_after  text        not null,
    changed_by    uuid,
    changed_at    timestamptz not null,
    constraint status_change_pkey primary key (dealership_id, id),
    constraint status_change_prospect_fkey foreign key (dealership_id, prospect_id) references prospect (dealership_id, id),
    constraint status_change_move_check check ((status_before, status_after) in (
        ('LEAD_RECEIVED', 'ASSIGNED'), ('LEAD_RECEIVED', 'INVALID'), ('LEAD_RECEIVED', 'DUPLICATE'),
        ('ASSIGNED', 'LEAD_RECEIVED'), ('ASSIGNED', 'FOLLOWING'), ('ASSIGNED', 'INVALID'), ('ASSIGNED', 'DUPLICATE'),
        ('FOLLOWING', 'NOT_CLOSED_REVIEW'), ('FOLLOWING', 'ORDERED'), ('FOLLOWING', 'DUPLICATE'),
        ('NOT_CLOSED_REVIEW', 'FOLLOWING'), ('NOT_CLOSED_REVIEW', 'CAUSE_ANALYSIS'), ('NOT_CLOSED_REVIEW', 'ORDERED'),
        ('NOT_CLOSED_REVIEW', 'DUPLICATE'),
        ('CAUSE_ANALYSIS', 'FOLLOWING'), ('CAUSE_ANALYSIS', 'DEFEAT_PENDING'), ('CAUSE_ANALYSIS', 'DORMANT'),
        ('CAUSE_ANALYSIS', 'ORDERED'), ('CAUSE_ANALYSIS', 'DUPLICATE'),
        ('DEFEAT_PENDING', 'DEFEATED'), ('DEFEAT_PENDING', 'FOLLOWING'), ('DEFEAT_PENDING', 'ORDERED'),
        ('DEFEAT_PENDING', 'DUPLICATE'),
        ('DORMANT', 'FOLLOWING'), ('DORMANT', 'DUPLICATE'),
        ('DEFEATED', 'FOLLOWING'), ('DEFEATED', 'DUPLICATE'),
        ('ORDERED', 'FOLLOWING'), ('ORDERED', 'DELIVERED'),
        ('DUPLICATE', 'LEAD_RECEIVED'), ('DUPLICATE', 'ASSIGNED'), ('DUPLICATE', 'FOLLOWING'), ('DUPLICATE', 'NOT_CLOSED_REVIEW'),
        ('DUPLICATE', 'CAUSE_ANALYSIS'), ('DUPLICATE', 'DEFEAT_PENDING'), ('DUPLICATE', 'DORMANT'), ('DUPLICATE', 'DEFEATED')))
);
create index status_change_prospect_idx on status_change (dealership_id, prospect_id, changed_at);

alter table status_change enable row level security;
create policy tenant on status_change to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on status_change to genjin_app;

-- A rhythm that a manager gave one customer, until the next regrading (1.8 state 9); without numbers it was taken back.
create table rhythm_change (
    dealership_id int         not null,
    id            uuid        not null,
    prospect_id   uuid        not null,
    times         int,
    days          int,
    reason        text        not null,
    changed_by    uuid        not null,
    changed_at    timestamptz not null,
    constraint rhythm_change_pkey primary key (dealership_id, id),
    constraint rhythm_change_prospect_fkey foreign key (dealership_id, prospect_id) references prospect (dealership_id, id),
    constraint rhythm_change_rhythm_check check ((times is null) = (days is null) and coalesce(times, 1) >= 1
        and coalesce(days, times, 1) between coalesce(times, 1) and 366)
);
create index rhythm_change_prospect_idx on rhythm_change (dealership_id, prospect_id, changed_at);

alter table rhythm_change enable row level security;
create policy tenant on rhythm_change to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on rhythm_change to genjin_app;

-- Owners change for more reasons: a customer came back to somebody else, was taken back, released, claimed, or analysed.
alter table ownership_change drop constraint ownership_change_reason_check;
alter table ownership_change add constraint ownership_change_reason_check check (reason in ('ALLOCATION', 'TAKEN_BACK', 'LEAVE',
    'WORKLOAD', 'CUSTOMER_REQUEST', 'OVERDUE', 'CONFLICT', 'IMPORTANT', 'CAUSE_ANALYSIS', 'RETURNED', 'RELEASED', 'CLAIMED', 'GROUP',
    'MERGED'));
