-- Prints and exports of what was shown. The log has an entry about each person; this table leads from a number on paper to it.
create table ticket (
  ticket_id    text        primary key,
  kind         text        not null check (kind in ('print', 'export')),
  -- As the log names them.
  requester    text        not null,
  agency       text        not null,
  requests     text[]      not null,
  -- Only how many: the log names them.
  persons      integer     not null check (persons > 0),
  format       text,
  reason       text,
  recorded_at  timestamptz not null
);

create trigger ticket_append_only before update or delete or truncate on ticket
  for each statement execute function refuse_change();
