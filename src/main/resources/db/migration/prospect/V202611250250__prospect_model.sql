-- Which model a customer wants first, for reports that compare models: no name, no number, no words.
create view prospect_model with (security_invoker = true) as
    select dealership_id, id, main_model
      from prospect;
grant select on prospect_model to genjin_app;
