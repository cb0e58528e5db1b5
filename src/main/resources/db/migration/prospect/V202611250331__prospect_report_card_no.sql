-- The card's number, by which a row can be named to the dealership without naming the customer.
create or replace view prospect_report with (security_invoker = true) as
    select dealership_id, id, status, source, owner_id, grade, received_at, next_date, due_at, card_status, submitted_at, signed_at,
           card_no
      from prospect;
