-- What happened, by person. Some kinds of events are for this system only and are never read for others.
CREATE TABLE event (
  rin text NOT NULL REFERENCES coverage,
  started_on date NOT NULL,
  -- Place among the person's events.
  sequence integer NOT NULL,
  -- Last day of a period; null for an event of one day and for a period without a set end.
  ended_on date,
  kind text NOT NULL,
  plan text,
  PRIMARY KEY (rin, started_on, sequence)
);
