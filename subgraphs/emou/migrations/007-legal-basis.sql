-- Gateways are told the statute or rule that an approval cites: records of disclosures hold it.
ALTER TABLE agreement ADD COLUMN legal_basis text NOT NULL DEFAULT '';
-- The index is written anew from the histories, which have it.
UPDATE register SET index_rules = '';
