-- The feed asks what has changed since a revision.
CREATE INDEX agreement_event_revision ON agreement_event (revision);
-- Revision with which the index was last made anew as a whole: what changed with it is told by no event.
ALTER TABLE register ADD COLUMN rebuilt_with bigint NOT NULL DEFAULT 0;
