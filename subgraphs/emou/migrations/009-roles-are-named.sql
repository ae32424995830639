-- No list of roles stands for "every role" any more: what was null is rebuilt from the histories, which always named them.
UPDATE register SET index_rules = '';
DELETE FROM agreement;
ALTER TABLE agreement_phase
  ADD CHECK (valid_from IS NULL OR (roles IS NOT NULL AND cardinality(roles) > 0));
