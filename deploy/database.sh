#!/bin/sh
# Run once by the database's container: the role that owns Genjin's tables. The password comes from a file and stands on no command line.
set -eu
psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d "$POSTGRES_DB" <<SQL
create role genjin_owner login createrole password '$(cat /run/secrets/owner)';
alter database genjin owner to genjin_owner;
create extension if not exists btree_gist;
SQL
