-- What happened, by person. Some kinds of events are for this system only and are never read for others.
CREATE TABLE event (
  idoc_number text NOT NULL REFERENCES custody_record,
  started_on date NOT NULL,
  -- Place among the person's events.
  sequence integer NOT NULL,
  -- Last day of a period; null for an event of one day and for a period without a set end.
  ended_on date,
  kind text NOT NULL,
  facility text,
  PRIMARY KEY (idoc_number, started_on, sequence)
);
