-- Contacts that were demanded and not made, charged to the owner of that moment (1.11 rule 7).
create table miss (
    dealership_id int         not null,
    prospect_id   uuid        not null,
    due_at        timestamptz not null,
    place         int         not null,
    owner_id      uuid        not null,
    grade         text        not null,
    source        text        not null,
    first         boolean     not null,
    excused       boolean     not null,
    recorded_at   timestamptz not null,
    entry_id      uuid        not null,
    withdrawn_at  timestamptz,
    constraint miss_pkey primary key (dealership_id, prospect_id, due_at, place),
    constraint miss_prospect_fkey foreign key (dealership_id, prospect_id) references prospect (dealership_id, id),
    constraint miss_owner_fkey foreign key (dealership_id, owner_id) references staff_member (dealership_id, id)
);
create index miss_owner_idx on miss (dealership_id, owner_id, due_at);

comment on column miss.place is 'several contacts of one cycle can be missing at the same moment: the first, the second …';
comment on column miss.withdrawn_at is 'when a contact recorded later showed that it was no miss (1.12 rule 7)';

alter table miss enable row level security;
create policy tenant on miss to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update on miss to genjin_app;
