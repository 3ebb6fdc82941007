#!/bin/sh
# Runs once, after roles.sql, when the PostgreSQL container makes its data folder: gives each role its password.
set -eu
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  --set owner="$OWNER_PASSWORD" --set app="$APP_PASSWORD" --set worker="$WORKER_PASSWORD" <<'SQL'
ALTER ROLE steward_owner PASSWORD :'owner';
ALTER ROLE steward_app PASSWORD :'app';
ALTER ROLE steward_worker PASSWORD :'worker';
SQL
