-- Emergencies that requesters have declared: what opened, for whom, who looked at it afterwards. All of it is added to,
-- never changed: a mistaken statement fails instead of rewriting it.
CREATE TABLE emergency (
  emergency_id uuid PRIMARY KEY,
  -- Subject of the token that declared it.
  requester text NOT NULL,
  agency text NOT NULL,
  purpose text NOT NULL,
  roles text[] NOT NULL,
  -- The state-wide id of the person whose household it is for, and of everybody in the household at that moment.
  person_id text NOT NULL,
  household text[] NOT NULL CHECK (person_id = ANY(household)),
  reason text NOT NULL CHECK (reason IN ('OVRER', 'OVRPJ', 'OVRPS', 'OVRTPS')),
  words text NOT NULL,
  opened_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL CHECK (ends_at = opened_at + interval '60 minutes')
);
CREATE INDEX emergency_declared ON emergency (requester, agency, purpose, person_id, opened_at DESC);

-- What was asked for in it; its owner reviews that.
CREATE TABLE emergency_dataset (
  emergency_id uuid NOT NULL REFERENCES emergency,
  dataset text NOT NULL,
  owner text NOT NULL,
  asked_at timestamptz NOT NULL,
  review_due timestamptz NOT NULL,
  PRIMARY KEY (emergency_id, dataset)
);
CREATE INDEX emergency_dataset_owner ON emergency_dataset (owner, review_due);

-- Whose data of it was shown.
CREATE TABLE emergency_subject (
  emergency_id uuid NOT NULL,
  dataset text NOT NULL,
  person_id text NOT NULL,
  shown_at timestamptz NOT NULL,
  PRIMARY KEY (emergency_id, dataset, person_id),
  FOREIGN KEY (emergency_id, dataset) REFERENCES emergency_dataset
);

CREATE TABLE emergency_review (
  review_number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  emergency_id uuid NOT NULL REFERENCES emergency,
  owner text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('JUSTIFIED', 'NOT_JUSTIFIED')),
  comment text NOT NULL,
  reviewed_at timestamptz NOT NULL,
  reviewed_by text NOT NULL
);
CREATE INDEX emergency_review_of ON emergency_review (emergency_id, owner, review_number);

-- That a person was told afterwards, where a law demands it.
CREATE TABLE emergency_told (
  emergency_id uuid NOT NULL REFERENCES emergency,
  owner text NOT NULL,
  person_id text NOT NULL,
  how text NOT NULL,
  told_at timestamptz NOT NULL,
  told_by text NOT NULL,
  PRIMARY KEY (emergency_id, owner, person_id)
);

CREATE TRIGGER emergency_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON emergency
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER emergency_dataset_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON emergency_dataset
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER emergency_subject_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON emergency_subject
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER emergency_review_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON emergency_review
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER emergency_told_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON emergency_told
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();

-- A notice tells of an agreement or of an emergency.
ALTER TABLE notice
  ALTER COLUMN agreement_id DROP NOT NULL,
  ALTER COLUMN sequence DROP NOT NULL,
  ADD COLUMN emergency_id uuid REFERENCES emergency,
  ADD CHECK (num_nonnulls(agreement_id, emergency_id) = 1);
-- Each owner has a review of its own.
CREATE UNIQUE INDEX notice_of_emergency ON notice (emergency_id, kind, agency, (body ->> 'owner'))
  WHERE emergency_id IS NOT NULL;
