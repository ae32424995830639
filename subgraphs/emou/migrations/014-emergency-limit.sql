-- How many persons one requester declares emergencies for is limited by the hour; a supervisor lifts that for a time.
CREATE TABLE emergency_limit_lift (
  lift_id uuid PRIMARY KEY,
  -- Subject of the requester's token, and the agency of both.
  requester text NOT NULL,
  agency text NOT NULL,
  reason text NOT NULL,
  lifted_at timestamptz NOT NULL,
  -- The limit holds again from this instant on.
  ends_at timestamptz NOT NULL CHECK (ends_at > lifted_at AND ends_at <= lifted_at + interval '24 hours'),
  lifted_by text NOT NULL CHECK (lifted_by <> requester)
);
CREATE INDEX emergency_limit_lift_of ON emergency_limit_lift (requester, agency, ends_at);
CREATE INDEX emergency_of_requester ON emergency (requester, agency, opened_at DESC);
CREATE TRIGGER emergency_limit_lift_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON emergency_limit_lift
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();
