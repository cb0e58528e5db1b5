-- Overdue promises that were brought before the next person: once for each promise and level (5, ownership.grace).
create table escalation (
    dealership_id int         not null,
    prospect_id   uuid        not null,
    due_at        timestamptz not null,
    level         text        not null,
    owner_id      uuid        not null,
    reached_at    timestamptz not null,
    entry_id      uuid        not null,
    constraint escalation_pkey primary key (dealership_id, prospect_id, due_at, level),
    constraint escalation_prospect_fkey foreign key (dealership_id, prospect_id) references prospect (dealership_id, id),
    constraint escalation_owner_fkey foreign key (dealership_id, owner_id) references staff_member (dealership_id, id),
    constraint escalation_level_check check (level in ('OWNER', 'SHOWROOM_MANAGER', 'SALES_MANAGER'))
);

comment on column escalation.due_at is 'the promise that stayed overdue; a contact or a reschedule makes another one';

alter table escalation enable row level security;
create policy tenant on escalation to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on escalation to genjin_app;
