-- How a dealership leads its talks (技巧卡); lists hold one item a line. Retired cards stay.
create table skill_card (
    dealership_id int         not null,
    id            uuid        not null,
    kind          text        not null,
    title         text        not null,
    goal          text        not null,
    steps         text        not null,
    phrases       text        not null,
    pitfalls      text        not null,
    retired       boolean     not null,
    changed_by    uuid        not null,
    changed_at    timestamptz not null,
    version       int         not null,
    constraint skill_card_pkey primary key (dealership_id, id),
    constraint skill_card_dealership_fkey foreign key (dealership_id) references dealership (id),
    constraint skill_card_by_fkey foreign key (dealership_id, changed_by) references staff_member (dealership_id, id),
    constraint skill_card_kind_check check (kind in ('TELEPHONE_RECEPTION', 'RETURN_TO_SHOWROOM', 'TEST_DRIVE'))
);

alter table skill_card enable row level security;
create policy tenant on skill_card to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update on skill_card to genjin_app;

-- Why a model answers a need: feature, advantage, benefit (关键销售亮点卡). Retired cards stay.
create table selling_point_card (
    dealership_id int         not null,
    id            uuid        not null,
    model         text        not null,
    focus         text        not null,
    feature       text        not null,
    advantage     text        not null,
    benefit       text        not null,
    proof         text,
    retired       boolean     not null,
    changed_by    uuid        not null,
    changed_at    timestamptz not null,
    version       int         not null,
    constraint selling_point_card_pkey primary key (dealership_id, id),
    constraint selling_point_card_dealership_fkey foreign key (dealership_id) references dealership (id),
    constraint selling_point_card_by_fkey foreign key (dealership_id, changed_by) references staff_member (dealership_id, id),
    constraint selling_point_card_focus_check check (focus in ('SAFETY', 'POWER', 'FUEL', 'SPACE', 'COMFORT', 'TECHNOLOGY', 'LOOKS',
        'PRICE', 'BRAND', 'AFTER_SALES'))
);

alter table selling_point_card enable row level security;
create policy tenant on selling_point_card to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update on selling_point_card to genjin_app;
