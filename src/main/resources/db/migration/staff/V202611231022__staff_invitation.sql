-- The one-time code by which a person sets the first password, or a new one; only its hash is kept.
alter table account
    add column invitation_hash bytea,
    add column invited_until timestamptz,
    add constraint account_invitation_check check ((invitation_hash is null) = (invited_until is null));
create unique index account_invitation_idx on account (invitation_hash);
