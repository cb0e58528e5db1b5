-- A dispute about a customer (撞单): from here on a case with evidence, words, a deadline and decisions, kept by the module ownership.
alter table ownership_conflict rename column evidence to source;
alter table ownership_conflict drop column decided_by;
alter table ownership_conflict drop column decision;
alter table ownership_conflict drop column decided_at;
alter table ownership_conflict drop constraint ownership_conflict_status_check;
alter table ownership_conflict add constraint ownership_conflict_status_check
    check (status in ('OPEN', 'DECIDED', 'APPEALED', 'FINAL'));
alter table ownership_conflict add column origin text not null default 'SAME_CUSTOMER';
alter table ownership_conflict add constraint ownership_conflict_origin_check check (origin in ('SAME_CUSTOMER', 'NEGLECT'));
alter table ownership_conflict add column evidence text;
alter table ownership_conflict add column decide_by timestamptz;
update ownership_conflict set decide_by = opened_at + interval '2 days';
alter table ownership_conflict alter column decide_by set not null;
alter table ownership_conflict add column late_at timestamptz;
alter table ownership_conflict add column appeal_until timestamptz;
alter table ownership_conflict add column appealed_by uuid;
alter table ownership_conflict add column appealed_at timestamptz;
alter table ownership_conflict add column appeal_words text;
alter table ownership_conflict add constraint ownership_conflict_appeal_check
    check ((appealed_by is null) = (appealed_at is null) and (appealed_by is null) = (appeal_words is null));
drop index ownership_conflict_open_key;
create unique index ownership_conflict_open_key on ownership_conflict (dealership_id, prospect_id, claimant_b)
    where status in ('OPEN', 'APPEALED');
create index ownership_conflict_opened_idx on ownership_conflict (dealership_id, opened_at desc, id desc);
create index ownership_conflict_late_idx on ownership_conflict (dealership_id, decide_by) where status = 'OPEN' and late_at is null;

comment on column ownership_conflict.claimant_a is 'who owned the customer when the case began';
comment on column ownership_conflict.evidence is 'what the journal says of both sides at the beginning, frozen: codes and moments, nothing personal';

-- What a side says. Said again it stands beside the earlier words.
create table collision_statement (
    dealership_id int         not null,
    id            uuid        not null,
    conflict_id   uuid        not null,
    staff_id      uuid        not null,
    words         text        not null,
    said_at       timestamptz not null,
    constraint collision_statement_pkey primary key (dealership_id, id),
    constraint collision_statement_conflict_fkey foreign key (dealership_id, conflict_id) references ownership_conflict (dealership_id, id),
    constraint collision_statement_staff_fkey foreign key (dealership_id, staff_id) references staff_member (dealership_id, id)
);
create index collision_statement_conflict_idx on collision_statement (dealership_id, conflict_id, said_at);

alter table collision_statement enable row level security;
create policy tenant on collision_statement to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on collision_statement to genjin_app;

-- Who gets the customer and how the credit is split; the shares of a split sum to 100.
create table collision_decision (
    dealership_id int         not null,
    id            uuid        not null,
    conflict_id   uuid        not null,
    instance      text        not null,
    decided_by    uuid        not null,
    decided_at    timestamptz not null,
    owner_id      uuid        not null,
    reason        text        not null,
    words         text        not null,
    share_a       int,
    share_b       int,
    constraint collision_decision_pkey primary key (dealership_id, id),
    constraint collision_decision_conflict_fkey foreign key (dealership_id, conflict_id) references ownership_conflict (dealership_id, id),
    constraint collision_decision_owner_fkey foreign key (dealership_id, owner_id) references staff_member (dealership_id, id),
    constraint collision_decision_by_fkey foreign key (dealership_id, decided_by) references staff_member (dealership_id, id),
    constraint collision_decision_instance_key unique (dealership_id, conflict_id, instance),
    constraint collision_decision_instance_check check (instance in ('FIRST', 'APPEAL')),
    constraint collision_decision_reason_check check (reason in ('OLDER_CARD', 'NEGLECTED', 'CAME_FIRST', 'AGREEMENT', 'CUSTOMER_WISH',
        'OTHER')),
    constraint collision_decision_split_check check ((share_a is null) = (share_b is null)
        and coalesce(share_a, 100) between 0 and 100 and coalesce(share_b, 0) between 0 and 100
        and coalesce(share_a, 100) + coalesce(share_b, 0) = 100)
);

alter table collision_decision enable row level security;
create policy tenant on collision_decision to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on collision_decision to genjin_app;
