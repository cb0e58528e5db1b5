-- Campaigns (活动): outside selling and promotion events, with what they may and did cost.
create table campaign (
    dealership_id  int           not null,
    id             uuid          not null,
    kind           text          not null,
    name           text          not null,
    starts_on      date          not null,
    ends_on        date          not null,
    place          text,
    budget         numeric(12,2) not null,
    cost           numeric(12,2) not null,
    responsible_id uuid          not null,
    version        int           not null,
    changed_by     uuid          not null,
    changed_at     timestamptz   not null,
    constraint campaign_pkey primary key (dealership_id, id),
    constraint campaign_kind_check check (kind in ('FIELD_SALES', 'PROMOTION_EVENT')),
    constraint campaign_days_check check (starts_on <= ends_on),
    constraint campaign_money_check check (budget >= 0 and cost >= 0)
);
create unique index campaign_name_key on campaign (dealership_id, lower(name));
create index campaign_days_idx on campaign (dealership_id, ends_on, starts_on);

alter table campaign enable row level security;
create policy tenant on campaign to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on campaign to genjin_app;
grant update (kind, name, starts_on, ends_on, place, budget, cost, responsible_id, version, changed_by, changed_at)
    on campaign to genjin_app;

-- Who is on a campaign's list: invited, or there without being invited. Who stayed away is not written, it follows.
create table campaign_invitation (
    dealership_id int         not null,
    campaign_id   uuid        not null,
    prospect_id   uuid        not null,
    invited_by    uuid,
    invited_at    timestamptz,
    answer        text,
    attended_at   timestamptz,
    constraint campaign_invitation_pkey primary key (dealership_id, campaign_id, prospect_id),
    constraint campaign_invitation_campaign_fkey foreign key (dealership_id, campaign_id) references campaign (dealership_id, id),
    constraint campaign_invitation_prospect_fkey foreign key (dealership_id, prospect_id) references prospect (dealership_id, id),
    constraint campaign_invitation_answer_check check (answer in ('ACCEPTED', 'DECLINED')),
    constraint campaign_invitation_invited_check check ((invited_at is null) = (invited_by is null)
        and (invited_at is not null or attended_at is not null)
        and (answer is null or invited_at is not null))
);
create index campaign_invitation_prospect_idx on campaign_invitation (dealership_id, prospect_id);

alter table campaign_invitation enable row level security;
create policy tenant on campaign_invitation to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on campaign_invitation to genjin_app;
grant update (answer, attended_at) on campaign_invitation to genjin_app;

-- Which campaign a card names as its source; it follows the card.
create table campaign_lead (
    dealership_id int         not null,
    prospect_id   uuid        not null,
    campaign_id   uuid        not null,
    linked_at     timestamptz not null,
    constraint campaign_lead_pkey primary key (dealership_id, prospect_id),
    constraint campaign_lead_campaign_fkey foreign key (dealership_id, campaign_id) references campaign (dealership_id, id),
    constraint campaign_lead_prospect_fkey foreign key (dealership_id, prospect_id) references prospect (dealership_id, id)
);
create index campaign_lead_campaign_idx on campaign_lead (dealership_id, campaign_id);

alter table campaign_lead enable row level security;
create policy tenant on campaign_lead to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, delete on campaign_lead to genjin_app;
grant update (campaign_id, linked_at) on campaign_lead to genjin_app;
