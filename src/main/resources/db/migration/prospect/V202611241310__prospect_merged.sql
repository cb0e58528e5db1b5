-- Two cases of one customer are one: which case goes on for the other, and by what duplicates are found without opening a seal.
alter table prospect add column merged_into uuid;
alter table prospect add column merged_received_at timestamptz;
alter table prospect add column phone_hash bytea;
alter table prospect add column address_hash bytea;
alter table prospect add column name_sound text collate "C";
alter table prospect add column findable boolean not null default false;
alter table prospect add constraint prospect_merged_into_fkey foreign key (dealership_id, merged_into) references prospect (dealership_id, id);
alter table prospect add constraint prospect_merged_into_check check (merged_into is null or (status = 'DUPLICATE' and merged_into <> id));
create index prospect_merged_into_idx on prospect (dealership_id, merged_into) where merged_into is not null;
create index prospect_phone_idx on prospect (dealership_id, phone_hash) where phone_hash is not null;
create index prospect_name_sound_idx on prospect (dealership_id, name_sound, id) where name_sound is not null;
create index prospect_not_findable_idx on prospect (dealership_id, id) where not findable;

comment on column prospect.merged_into is 'the case that goes on for this one, through all later merges';
comment on column prospect.merged_received_at is 'when the earliest of the cases merged into this one arrived; the customer counts from the earlier of both (4.1 rule 7)';
comment on column prospect.name_sound is 'the whole name in pinyin: 张伟 and 章伟 sound alike';
comment on column prospect.findable is 'whether phone_hash, address_hash and name_sound are filled';

-- Numbers that lead to another case: those of the cases merged into it, and the one it had itself when another was chosen.
create table merged_number (
    dealership_id int   not null,
    merge_id      uuid  not null,
    number_hash   bytea not null,
    prospect_id   uuid  not null,
    constraint merged_number_pkey primary key (dealership_id, merge_id, number_hash),
    constraint merged_number_prospect_fkey foreign key (dealership_id, prospect_id) references prospect (dealership_id, id)
);
create index merged_number_hash_idx on merged_number (dealership_id, number_hash);

alter table merged_number enable row level security;
create policy tenant on merged_number to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, delete on merged_number to genjin_app;

-- What reports need to count each customer once (4.1 rule 7): every case with the one it counts in, and from when that counts.
create view merged_prospect with (security_invoker = true) as
    select p.dealership_id,
           p.id,
           s.id as survivor_id,
           p.merged_into is not null as merged,
           least(s.received_at, s.merged_received_at) as received_at
      from prospect p
      join prospect s
        on s.dealership_id = p.dealership_id
       and s.id = coalesce(p.merged_into, p.id);
grant select on merged_prospect to genjin_app;

-- By what cases of one customer are recognised; names beside keyed hashes, no number.
create view findable_prospect with (security_invoker = true) as
    select dealership_id, id, status, customer_name, name_sound, main_model, mobile_hash, mobile_last_four, phone_hash, address_hash,
           created_by, created_at
      from prospect
     where status in ('LEAD_RECEIVED', 'ASSIGNED', 'FOLLOWING', 'NOT_CLOSED_REVIEW', 'CAUSE_ANALYSIS', 'DEFEAT_PENDING', 'DORMANT',
                      'DEFEATED', 'ORDERED')
       and findable;
grant select on findable_prospect to genjin_app;
