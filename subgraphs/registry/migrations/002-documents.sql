-- Trusted documents of clients. Each row adds documents to a version of a client; their texts are in the table content.
create table document_manifest (
  number        bigint       primary key,
  client        text         not null,
  version       text         not null,
  -- Mode of the client from now on; null: as before.
  mode          text         check (mode in ('off', 'audit', 'require')),
  digest        text         not null check (digest ~ '^[0-9a-f]{64}$'),
  documents     integer      not null check (documents >= 1),
  subject       text         not null,
  agency        text         not null,
  published_at  timestamptz  not null
);
create index document_manifest_by_client on document_manifest (client, number desc);
create trigger document_manifest_append_only before update or delete or truncate on document_manifest
  for each statement execute function refuse_change();
