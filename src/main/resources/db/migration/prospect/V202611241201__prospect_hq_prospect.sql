-- What the desk for HQ leads may know of a prospect as it stands now: no name, no number, no words.
create view hq_prospect with (security_invoker = true) as
    select dealership_id, id, card_no, status, owner_id, grade, received_at, rule_due_at, first_pending, last_contact_at
      from prospect
     where source = 'HQ_ALLOCATED';
grant select on hq_prospect to genjin_app;

create index prospect_hq_idx on prospect (dealership_id, received_at, id) where source = 'HQ_ALLOCATED';
create index prospect_hq_pending_idx on prospect (dealership_id, received_at, id) where source = 'HQ_ALLOCATED' and first_pending;
