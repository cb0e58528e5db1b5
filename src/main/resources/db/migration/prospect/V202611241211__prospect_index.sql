-- What an index card says of a prospect as it stands now (R-109): the name, no number, no other words of the card.
create view prospect_index with (security_invoker = true) as
    select dealership_id, id, card_no, customer_name, status, source, main_model, owner_id, grade, received_at, next_date, next_reason,
           due_at, latest_day, last_contact_at
      from prospect;
grant select on prospect_index to genjin_app;
