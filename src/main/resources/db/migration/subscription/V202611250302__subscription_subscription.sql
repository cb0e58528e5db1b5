-- A page that a person gets by e-mail, in a rhythm of their own.
create table subscription (
    dealership_id  int         not null,
    id             uuid        not null,
    subscriber_id  uuid        not null,
    page           text        not null,
    every          text        not null,
    weekday        int,
    month_day      int,
    at_time        time        not null,
    open_days_only boolean     not null,
    language       text        not null,
    since          timestamptz not null,
    settled        timestamptz not null,
    ended_why      text,
    ended_at       timestamptz,
    version        int         not null,
    constraint subscription_pkey primary key (dealership_id, id),
    constraint subscription_subscriber_fkey foreign key (dealership_id, subscriber_id)
        references staff_member (dealership_id, id),
    constraint subscription_every_check check (every in ('DAY', 'WEEK', 'MONTH')),
    constraint subscription_weekday_check check ((every = 'WEEK') = (weekday is not null) and weekday between 1 and 7),
    constraint subscription_month_day_check check ((every = 'MONTH') = (month_day is not null) and month_day between 1 and 31),
    constraint subscription_language_check check (language in ('ZH', 'EN')),
    constraint subscription_ended_check
        check ((ended_at is null) = (ended_why is null) and ended_why in ('STOPPED', 'LEFT'))
);
create index subscription_subscriber_idx on subscription (dealership_id, subscriber_id);

comment on column subscription.settled is 'everything that was due until then is dealt with';

alter table subscription enable row level security;
create policy tenant on subscription to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update on subscription to genjin_app;

-- One letter that came due. Subscription and moment are its key, so there is never a second.
create table subscription_sending (
    dealership_id   int         not null,
    subscription_id uuid        not null,
    due_at          timestamptz not null,
    state           text        not null,
    tries           int         not null,
    try_at          timestamptz not null,
    leased_until    timestamptz,
    outcome         text,
    said            text,
    settled_at      timestamptz,
    constraint subscription_sending_pkey primary key (dealership_id, subscription_id, due_at),
    constraint subscription_sending_subscription_fkey foreign key (dealership_id, subscription_id)
        references subscription (dealership_id, id),
    constraint subscription_sending_state_check check (state in ('OPEN', 'SENT', 'GIVEN_UP')),
    constraint subscription_sending_settled_check check ((state = 'OPEN') = (settled_at is null)),
    constraint subscription_sending_tries_check check (tries >= 0)
);
create index subscription_sending_open_idx on subscription_sending (dealership_id, try_at) where state = 'OPEN';
create index subscription_sending_newest_idx on subscription_sending (dealership_id, due_at desc);

comment on column subscription_sending.leased_until is 'until then one node alone tries to send it';
comment on column subscription_sending.said is 'the words of the mail server, without addresses';

alter table subscription_sending enable row level security;
create policy tenant on subscription_sending to genjin_app
    using (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false))
    with check (coalesce(dealership_id = nullif(current_setting('genjin.dealership', true), '')::int, false));
grant select, insert, update on subscription_sending to genjin_app;
