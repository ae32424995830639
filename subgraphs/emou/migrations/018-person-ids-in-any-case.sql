-- Consents that were recorded before ids were made lower case are in the log as they were written, so the rows stay as
-- they are: an id is compared in lower case.
DROP INDEX consent_of_person;
CREATE INDEX consent_of_person ON consent (lower(person_id), recipient, purpose) WHERE revoked_at IS NULL;
