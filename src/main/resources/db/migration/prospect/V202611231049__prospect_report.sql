-- What reports may know of every prospect as it stands now: no name, no number, no words.
create view prospect_report with (security_invoker = true) as
    select dealership_id, id, status, source, owner_id, grade, received_at, next_date, due_at, card_status, submitted_at, signed_at
      from prospect;
grant select on prospect_report to genjin_app;
