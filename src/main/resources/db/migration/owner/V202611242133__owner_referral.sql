-- An owner named a friend (转介绍): who, in which call, and how the owner was thanked.
create table referral (
    dealership_id int         not null,
    id            uuid        not null,
    owner_id      uuid        not null,
    referrer_id   uuid        not null,
    friend_id     uuid        not null,
    callback_id   uuid,
    given_on      date        not null,
    given_at      timestamptz not null,
    given_by      uuid        not null,
    consultant_id uuid        not null,
    reward        text,
    thanked_by    uuid,
    thanked_at    timestamptz,
    constraint referral_pkey primary key (dealership_id, id),
    constraint referral_friend_key unique (dealership_id, friend_id),
    constraint referral_owner_fkey foreign key (dealership_id, owner_id) references owner_file (dealership_id, id),
    constraint referral_friend_fkey foreign key (dealership_id, friend_id) references prospect (dealership_id, id),
    constraint referral_self_check check (referrer_id <> friend_id),
    constraint referral_thanked_check check ((reward is null) = (thanked_at is null) and (reward is null) = (thanked_by is null))
);
create index referral_owner_idx on referral (dealership_id, owner_id, given_at desc);
create index referral_given_idx on referral (dealership_id, given_on, id);

alter table referral enable row level security;
create policy tenant on referral to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update on referral to genjin_app;

-- An owner wants another car: a case of its own, bound to the file (置换, 增购).
create table repurchase (
    dealership_id int         not null,
    prospect_id   uuid        not null,
    owner_id      uuid        not null,
    purchase_type text        not null,
    opened_by     uuid        not null,
    opened_at     timestamptz not null,
    constraint repurchase_pkey primary key (dealership_id, prospect_id),
    constraint repurchase_owner_fkey foreign key (dealership_id, owner_id) references owner_file (dealership_id, id),
    constraint repurchase_prospect_fkey foreign key (dealership_id, prospect_id) references prospect (dealership_id, id),
    constraint repurchase_type_check check (purchase_type in ('REPLACE', 'ADDITIONAL'))
);
create index repurchase_owner_idx on repurchase (dealership_id, owner_id, opened_at desc);

alter table repurchase enable row level security;
create policy tenant on repurchase to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on repurchase to genjin_app;
