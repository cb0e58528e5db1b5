-- What a consultant said in the morning meeting to expect of the day: orders and deliveries. Each saying is a row of its own,
-- numbered; the newest counts, and nothing changes one.
create table board_expectation (
    dealership_id int         not null,
    day           date        not null,
    consultant_id uuid        not null,
    number        int         not null,
    orders        int         not null,
    deliveries    int         not null,
    stated_by     uuid        not null,
    stated_at     timestamptz not null,
    constraint board_expectation_pkey primary key (dealership_id, day, consultant_id, number),
    constraint board_expectation_consultant_fkey foreign key (dealership_id, consultant_id)
        references staff_member (dealership_id, id),
    constraint board_expectation_number_check check (number >= 1),
    constraint board_expectation_orders_check check (orders between 0 and 99),
    constraint board_expectation_deliveries_check check (deliveries between 0 and 99)
);

alter table board_expectation enable row level security;
create policy tenant on board_expectation to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on board_expectation to genjin_app;

-- Whether the boards show customers by their masked name; who said nothing shows none (R-202).
create table board_setting (
    dealership_id int         not null,
    names         text        not null,
    set_by        uuid        not null,
    set_at        timestamptz not null,
    constraint board_setting_pkey primary key (dealership_id),
    constraint board_setting_names_check check (names in ('NONE', 'MASKED'))
);

alter table board_setting enable row level security;
create policy tenant on board_setting to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update on board_setting to genjin_app;
