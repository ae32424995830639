-- What agencies publish, and what is composed of it. Every row is recorded in the log before it takes effect, and the
-- tables can be restored from the log, so rows are only added.

-- Number of log entries that the tables contain. A change locks this row first.
create table register_log (
  only_row  boolean  primary key default true check (only_row),
  size      bigint   not null default 0 check (size >= 0)
);
insert into register_log default values;

-- Compressed texts by the SHA-256 of what they hold, in parts that fit into one entry of the log.
create table content (
  digest      text         not null check (digest ~ '^[0-9a-f]{64}$'),
  part        integer      not null check (part >= 1),
  of_parts    integer      not null,
  body        text         not null,
  written_at  timestamptz  not null,
  primary key (digest, part)
);

create table publication (
  number         bigint       primary key,
  subgraph       text         not null check (subgraph ~ '^[a-z]{2,40}$'),
  version        integer      not null,
  kind           text         not null check (kind in ('publish', 'rollback', 'retire', 'shipped')),
  owner          text         not null,
  -- Absent for a retirement.
  digest         text         check ((digest is null) = (kind = 'retire')),
  -- Publication that was in service when its author wrote this one.
  based_on       bigint,
  -- Publication that a rollback repeats.
  repeats        bigint       check ((repeats is not null) = (kind = 'rollback')),
  message        text         not null,
  -- Why a second person has to approve it. Empty: it took effect at once.
  second_person  text[]       not null,
  subject        text         not null,
  agency         text         not null,
  published_at   timestamptz  not null,
  unique (subgraph, version)
);
create index publication_by_subgraph on publication (subgraph, number desc);

create table publication_decision (
  number      bigint       primary key references publication,
  outcome     text         not null check (outcome in ('approved', 'rejected')),
  reason      text         not null,
  subject     text         not null,
  agency      text         not null,
  decided_at  timestamptz  not null
);

create table supergraph (
  number        bigint       primary key,
  digest        text         not null,
  -- Number of the publication of each subgraph in it.
  publications  jsonb        not null,
  -- The publication that led to it; absent for the first.
  because_of    bigint       references publication,
  -- Codes of the findings of its checks, and how many of each.
  findings      jsonb        not null,
  subject       text         not null,
  agency        text         not null,
  composed_at   timestamptz  not null
);

create table accepted_finding (
  accepted_id  bigint       generated always as identity primary key,
  subgraph     text         not null,
  fingerprint  text         not null,
  reason       text         not null,
  subject      text         not null,
  agency       text         not null,
  accepted_at  timestamptz  not null
);
create index accepted_finding_by_subgraph on accepted_finding (subgraph, accepted_at);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are only added', tg_table_name;
end
$$;
create trigger content_append_only before update or delete or truncate on content
  for each statement execute function refuse_change();
create trigger publication_append_only before update or delete or truncate on publication
  for each statement execute function refuse_change();
create trigger publication_decision_append_only before update or delete or truncate on publication_decision
  for each statement execute function refuse_change();
create trigger supergraph_append_only before update or delete or truncate on supergraph
  for each statement execute function refuse_change();
create trigger accepted_finding_append_only before update or delete or truncate on accepted_finding
  for each statement execute function refuse_change();

-- What gateways report: which supergraph they serve, and counts of what is used. It decides nothing.
create table gateway_report (
  gateway         text         primary key,
  supergraph      bigint       not null,
  since           timestamptz  not null,
  reported_at     timestamptz  not null,
  refused_number  bigint,
  refusal         text
);
create table usage_batch (
  batch_id     uuid         primary key,
  received_at  timestamptz  not null
);
create table usage (
  day         date    not null,
  client      text    not null,
  operation   text    not null,
  coordinate  text    not null,
  count       bigint  not null,
  primary key (day, client, operation, coordinate)
);
create index usage_by_coordinate on usage (coordinate, day);
