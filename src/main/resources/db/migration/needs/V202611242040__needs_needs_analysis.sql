-- What customers said they need (3.4); every talk is a version of its own, and none is ever changed.
create table needs_analysis (
    dealership_id              int         not null,
    id                         uuid        not null,
    prospect_id                uuid        not null,
    version                    int         not null,
    purpose                    text        not null,
    car_user                   text,
    decision_makers            text        not null,
    influencers                text        not null,
    budget_from                numeric(12, 2),
    budget_to                  numeric(12, 2),
    budget_enough              boolean,
    payment_way                text,
    purchase_when              text        not null,
    first_car                  boolean,
    current_car                text,
    annual_km                  int,
    passengers                 int,
    focus                      text        not null,
    must_have                  text,
    models                     text        not null,
    competitors                text        not null,
    trade_in                   boolean,
    plate                      text,
    info_sources               text        not null,
    confidence_confirmed       boolean     not null,
    need_confirmed             boolean     not null,
    purchasing_power_confirmed boolean     not null,
    remark                     text,
    suggested_grade            text        not null,
    suggested_because          text        not null,
    grade                      text,
    grade_reason               text,
    said_at                    timestamptz not null,
    recorded_by                uuid        not null,
    recorded_at                timestamptz not null,
    constraint needs_analysis_pkey primary key (dealership_id, id),
    constraint needs_analysis_version_key unique (dealership_id, prospect_id, version),
    constraint needs_analysis_prospect_fkey foreign key (dealership_id, prospect_id) references prospect (dealership_id, id),
    constraint needs_analysis_version_check check (version > 0),
    constraint needs_analysis_purpose_check check (purpose in ('PRIVATE', 'BUSINESS', 'TAXI_HIRE', 'COMPANY_CAR', 'GIFT', 'OTHER')),
    constraint needs_analysis_payment_check check (payment_way in ('CASH_FULL', 'LOAN', 'LEASE')),
    constraint needs_analysis_when_check
        check (purchase_when in ('DAYS_0_7', 'DAYS_8_15', 'DAYS_16_30', 'DAYS_31_90', 'LATER_OR_UNKNOWN')),
    constraint needs_analysis_plate_check check (plate in ('HAS_QUOTA', 'LOTTERY', 'NONE')),
    constraint needs_analysis_budget_check check (budget_from > 0 and budget_to > 0 and budget_from <= budget_to),
    constraint needs_analysis_power_check
        check (not purchasing_power_confirmed or budget_from is not null or budget_to is not null),
    constraint needs_analysis_named_check check (focus <> '' and models <> ''),
    constraint needs_analysis_suggested_check check (suggested_grade in ('H', 'A', 'B', 'C', 'N')),
    constraint needs_analysis_because_check check (suggested_because in ('TIME', 'NO_PURCHASING_POWER', 'NO_CONFIDENCE_OR_NEED')),
    constraint needs_analysis_grade_check
        check (grade in ('H', 'A', 'B', 'C', 'N') and (grade = suggested_grade or grade_reason is not null)),
    constraint needs_analysis_said_check check (said_at <= recorded_at)
);

alter table needs_analysis enable row level security;
create policy tenant on needs_analysis to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert on needs_analysis to genjin_app;
