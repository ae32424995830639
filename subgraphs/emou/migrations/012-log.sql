-- Number of entries of the administration log that these tables hold. An entry is durable in the log before the rows that
-- it records are committed here, so the log may be ahead of this number, and never behind it.
ALTER TABLE register ADD COLUMN log_size bigint NOT NULL DEFAULT 0;
