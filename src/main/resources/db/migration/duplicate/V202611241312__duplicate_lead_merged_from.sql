-- A waiting lead follows its customer into the case that goes on; from where, should that be undone.
alter table lead add column merged_from uuid;
create index lead_merged_from_idx on lead (dealership_id, merged_from) where merged_from is not null;
