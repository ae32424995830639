SET LOCAL ROLE ledger_owner;

-- Postings are written block after block, so this small index finds those of a block: whoever checks them against the
-- entries reads them that way.
CREATE INDEX posting_block ON ledger.posting USING brin (tree_id, block) WITH (autosummarize = on);
GRANT SELECT ON ledger.posted TO ledger_reader;

RESET ROLE;
