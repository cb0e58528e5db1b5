-- What reports may read of an appointment: no words.
create view appointment_report with (security_invoker = true) as
    select dealership_id, id, prospect_id, with_id, appointed_at, status
      from appointment;
grant select on appointment_report to genjin_app;
