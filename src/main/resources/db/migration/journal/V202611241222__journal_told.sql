-- What was told of each customer's next date, in order: the chain of promises is read from it.
create index journal_entry_told_idx on journal_entry (dealership_id, prospect_id, recorded_at, id)
    where details ->> 'nextDate' is not null;
