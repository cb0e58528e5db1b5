-- Of words that were erased with a customer the digest they had, sealed with a key outside the database for this entry and what stands
-- in it now; only the eraser, as owner of the tables, writes it.
alter table journal_entry add column erased_digest bytea;
create index journal_entry_erased_idx on journal_entry (dealership_id) where erased_digest is not null;
