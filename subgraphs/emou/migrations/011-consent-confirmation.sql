-- Whoever wants the data may not be the only one to say that the person consents: a consent counts from its confirmation
-- on. Consents that were recorded before confirmations existed name no document and have none; they open nothing.
ALTER TABLE consent
  -- Of the signed document, 64 lower-case hex digits.
  ADD COLUMN document_sha256 text CHECK (document_sha256 ~ '^[0-9a-f]{64}$'),
  ADD COLUMN document_dated date,
  ADD COLUMN confirmed_at timestamptz,
  ADD COLUMN confirmed_by text,
  -- Agency of the officer; null: the person.
  ADD COLUMN confirmed_for text,
  ADD COLUMN confirmed_as text CHECK (confirmed_as IN ('DISCLOSER', 'PERSON', 'SECOND_OFFICER')),
  ADD CHECK ((document_sha256 IS NULL) = (document_dated IS NULL)),
  ADD CHECK (num_nonnulls(confirmed_at, confirmed_by, confirmed_as) IN (0, 3)),
  ADD CHECK (confirmed_at IS NULL OR document_sha256 IS NOT NULL),
  ADD CHECK (confirmed_as IN ('DISCLOSER', 'PERSON') OR confirmed_by <> recorded_by);
-- Person ids are written in lower case; in any other case they were nobody's.
CREATE INDEX consent_waiting ON consent (recorded_at DESC) WHERE confirmed_at IS NULL AND revoked_at IS NULL;

CREATE OR REPLACE FUNCTION refuse_change_of_consent() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  revocation constant text[] := '{revoked_at,revoked_by,revoked_because}';
  confirmation constant text[] := '{confirmed_at,confirmed_by,confirmed_for,confirmed_as}';
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.revoked_at IS NULL THEN
    IF to_jsonb(OLD) - revocation = to_jsonb(NEW) - revocation THEN
      RETURN NEW;
    END IF;
    IF OLD.confirmed_at IS NULL AND to_jsonb(OLD) - confirmation = to_jsonb(NEW) - confirmation THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'a consent is only ever confirmed and revoked, each once';
END $$;
