-- The two roles and the database of Steward, for a PostgreSQL server of your own (15.14 or newer):
--   psql --set ON_ERROR_STOP=1 --file infra/roles.sql postgres      as a superuser, once; then give both roles a password:
--   psql --command '\password steward_owner' --command '\password steward_app' postgres
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

CREATE DATABASE steward OWNER steward_owner ENCODING 'UTF8' TEMPLATE template0;
REVOKE ALL ON DATABASE steward FROM PUBLIC;
GRANT CONNECT ON DATABASE steward TO steward_app;
