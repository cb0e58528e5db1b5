-- Our model beside one of a competitor's, with the day on which it was last looked up.
create table comparison (
    dealership_id int         not null,
    id            uuid        not null,
    model_id      uuid        not null,
    brand         text        not null,
    model         text        not null,
    trim_name     text,
    source        text        not null,
    as_of         date        not null,
    retired       boolean     not null,
    changed_by    uuid        not null,
    changed_at    timestamptz not null,
    version       int         not null,
    constraint comparison_pkey primary key (dealership_id, id),
    constraint comparison_model_fkey foreign key (dealership_id, model_id) references car_model (dealership_id, id),
    constraint comparison_by_fkey foreign key (dealership_id, changed_by) references staff_member (dealership_id, id)
);
create index comparison_of_model on comparison (dealership_id, model_id);

alter table comparison enable row level security;
create policy tenant on comparison to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update on comparison to genjin_app;

-- What each edition of a comparison says, one row an aspect; earlier editions stay readable.
create table comparison_row (
    dealership_id int  not null,
    comparison_id uuid not null,
    version       int  not null,
    focus         text not null,
    ours          text not null,
    theirs        text not null,
    better        text not null,
    source        text,
    constraint comparison_row_pkey primary key (dealership_id, comparison_id, version, focus),
    constraint comparison_row_comparison_fkey foreign key (dealership_id, comparison_id) references comparison (dealership_id, id),
    constraint comparison_row_focus_check check (focus in ('SAFETY', 'POWER', 'FUEL', 'SPACE', 'COMFORT', 'TECHNOLOGY', 'LOOKS',
        'PRICE', 'BRAND', 'AFTER_SALES')),
    constraint comparison_row_better_check check (better in ('OURS', 'THEIRS', 'EVEN'))
);

alter table comparison_row enable row level security;
create policy tenant on comparison_row to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on comparison_row to genjin_app;
