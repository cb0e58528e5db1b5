-- What happened, in order, for ever: inserted in the transaction of the fact, never updated, never deleted.
create table journal_entry (
    dealership_id int         not null,
    id            uuid        not null,
    prospect_id   uuid,
    kind          text        not null,
    happened_at   timestamptz not null,
    happened_on   date        not null,
    recorded_at   timestamptz not null,
    actor_id      uuid,
    owner_id      uuid,
    grade         text,
    source        text,
    corrects_id   uuid,
    details       jsonb       not null,
    constraint journal_entry_pkey primary key (dealership_id, id),
    constraint journal_entry_dealership_fkey foreign key (dealership_id) references dealership (id),
    constraint journal_entry_corrects_fkey foreign key (dealership_id, corrects_id) references journal_entry (dealership_id, id),
    constraint journal_entry_kind_check check (kind ~ '^[A-Z][A-Z0-9_]{2,60}$')
);

create index journal_entry_timeline_idx on journal_entry (dealership_id, prospect_id, happened_at desc, id desc);
create index journal_entry_day_idx on journal_entry (dealership_id, happened_on, kind);

comment on column journal_entry.happened_on is 'the calendar day of happened_at in the dealership''s zone';

alter table journal_entry enable row level security;
create policy tenant on journal_entry to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on journal_entry to genjin_app;
