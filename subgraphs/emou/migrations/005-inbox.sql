-- What waits without a date waits until the end of time: the inbox is then one walk along its index.
DELETE FROM agreement;
UPDATE register SET index_rules = '';
ALTER TABLE agreement_phase ALTER COLUMN turn_until SET DEFAULT '9999-01-01T00:00:00Z', ALTER COLUMN turn_until SET NOT NULL;
