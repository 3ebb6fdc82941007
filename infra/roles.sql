-- The three roles and the database of Steward, for a PostgreSQL server of your own (15.14 or newer):
--   psql --set ON_ERROR_STOP=1 --file infra/roles.sql postgres      as a superuser, once; then give each a password:
--   psql --command '\password steward_owner' --command '\password steward_app' --command '\password steward_worker' postgres
-- The embedded server is set up by this same file.

-- Owns the tables and migrates them; never used while serving.
CREATE ROLE steward_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
ALTER ROLE steward_owner SET lock_timeout = '10s';

-- Serves: owns nothing and is bound by row security. The limits sit on the role because a transaction pooler
-- passes no settings of a connection on.
CREATE ROLE steward_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
ALTER ROLE steward_app SET statement_timeout = '5s';
ALTER ROLE steward_app SET idle_in_transaction_session_timeout = '10s';
ALTER ROLE steward_app SET jit = off;

-- Works behind the requests: whatever steward_app may, and sees the outbox and the due clocks of all organizations, nothing
-- else of them; for everything else it enters one organization at a time, as steward_app does.
CREATE ROLE steward_worker LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS IN ROLE steward_app;
ALTER ROLE steward_worker SET statement_timeout = '30s';
ALTER ROLE steward_worker SET idle_in_transaction_session_timeout = '60s';
ALTER ROLE steward_worker SET jit = off;

CREATE DATABASE steward OWNER steward_owner ENCODING 'UTF8' TEMPLATE template0;
REVOKE ALL ON DATABASE steward FROM PUBLIC;
GRANT CONNECT ON DATABASE steward TO steward_app, steward_worker;
