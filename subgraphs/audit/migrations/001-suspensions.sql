-- Lies in a schema of its own in the ledger's database: this role reads the ledger and cannot write to it.
create table suspension (
  suspension_id     bigint      generated always as identity primary key,
  person            bytea       not null,
  recipient_agency  text        not null,
  starts_at         timestamptz not null,
  ends_at           timestamptz not null check (ends_at > starts_at),
  oral              boolean     not null,
  reference         text        not null,
  entered_by        text        not null
);
create index suspension_person on suspension (person, ends_at);
