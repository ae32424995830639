-- What happened, by person. Some kinds of events are for this system only and are never read for others.
CREATE TABLE event (
  client_id text NOT NULL REFERENCES client,
  started_on date NOT NULL,
  -- Place among the person's events.
  sequence integer NOT NULL,
  -- Last day of a period; null for an event of one day and for a period without a set end.
  ended_on date,
  kind text NOT NULL,
  change text,
  closure_reason text,
  PRIMARY KEY (client_id, started_on, sequence)
);
