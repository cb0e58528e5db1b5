-- People of one family or company who buy together under different numbers: one owner, one count in the funnel (5 (d)).
create table buying_group_member (
    dealership_id int         not null,
    id            uuid        not null,
    group_id      uuid        not null,
    prospect_id   uuid        not null,
    linked_by     uuid        not null,
    linked_at     timestamptz not null,
    reason        text        not null,
    unlinked_by   uuid,
    unlinked_at   timestamptz,
    unlink_reason text,
    constraint buying_group_member_pkey primary key (dealership_id, id),
    constraint buying_group_member_prospect_fkey foreign key (dealership_id, prospect_id) references prospect (dealership_id, id),
    constraint buying_group_member_by_fkey foreign key (dealership_id, linked_by) references staff_member (dealership_id, id),
    constraint buying_group_member_unlinked_check check ((unlinked_by is null) = (unlinked_at is null)
        and (unlinked_by is null) = (unlink_reason is null))
);
create unique index buying_group_member_prospect_key on buying_group_member (dealership_id, prospect_id) where unlinked_at is null;
create index buying_group_member_group_idx on buying_group_member (dealership_id, group_id) where unlinked_at is null;

alter table buying_group_member enable row level security;
create policy tenant on buying_group_member to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update on buying_group_member to genjin_app;

-- Who counts as one buyer: reports that count distinct buyer_id count a group once.
create view buying_group_report with (security_invoker = true) as
    select p.dealership_id, p.id as prospect_id, coalesce(m.group_id, p.id) as buyer_id, m.linked_at
      from prospect p
      left join buying_group_member m
        on m.dealership_id = p.dealership_id
       and m.prospect_id = p.id
       and m.unlinked_at is null;
grant select on buying_group_report to genjin_app;
