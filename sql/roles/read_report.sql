-- What may a BI role see? The views of report, and nothing else.
-- {role} and {database} are filled in by `newstrace db grant ROLE`. Views run with their owner's rights, so that the role
-- needs none on the tables; the default privileges keep views readable that are made later.
revoke all on all tables in schema raw, news from {role};
revoke all on schema raw, news from {role};
revoke create on schema report from {role};
grant connect on database {database} to {role};
grant usage on schema report to {role};
grant select on all tables in schema report to {role};
alter default privileges in schema report grant select on tables to {role};
alter role {role} in database {database} set search_path = report;
alter role {role} in database {database} set default_transaction_read_only = on;
