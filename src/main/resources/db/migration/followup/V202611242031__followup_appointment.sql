-- The appointment that a contact ended with (3.2).
alter table follow_up add column appointment_id uuid;
alter table follow_up add constraint follow_up_appointment_fkey foreign key (dealership_id, appointment_id)
    references appointment (dealership_id, id);
