-- In a small house one person is showroom and sales manager and signs as both; the door's signature is always somebody else's.
alter table sheet_signature drop constraint sheet_signature_by_key;
