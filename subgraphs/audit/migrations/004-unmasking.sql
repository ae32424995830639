-- One log for everything that the audit system decides.
alter table suspension_log rename to register_log;

-- Requests to learn whom pseudonyms stand for. Never the persons themselves: who stands behind a pseudonym is stored nowhere.
create table unmasking (
  unmasking_id    uuid        primary key,
  pseudonyms      text[]      not null check (cardinality(pseudonyms) between 1 and 50),
  reason          text        not null,
  case_reference  text        not null,
  requested_by    text        not null check (requested_by <> ''),
  requested_at    timestamptz not null
);

create table unmasking_decision (
  unmasking_id  uuid        primary key references unmasking,
  approved      boolean     not null,
  comment       text        not null,
  decided_by    text        not null check (decided_by <> ''),
  decided_at    timestamptz not null
);

create trigger unmasking_append_only before update or delete or truncate on unmasking
  for each statement execute function refuse_change();
create trigger unmasking_decision_append_only before update or delete or truncate on unmasking_decision
  for each statement execute function refuse_change();
