export const REBUILD_HELP = `
Stop every emou first, and keep a copy of its database as evidence. The command reads and verifies the whole log, says
how the register differs, and then replaces the register's tables, in one transaction, with what the log says. Unless all
is equal afterwards, nothing has changed. Notices that were not delivered yet are lost, but for the backup.

From the environment, as emou itself has them:
  EMOU_DATABASE_URL                  with the login that owns emou's tables, since it switches off the triggers that
                                     protect their rows: that of emou itself, which runs the migrations
  PERSON360_LEDGER_DATABASE_URL      with the login ledger_register
  PERSON360_LEDGER_ORIGIN, PERSON360_LEDGER_SIGNING_KEY_FILE, PERSON360_LEDGER_FORMER_KEYS_FILE
  PERSON360_AGREEMENT_FILE           if emou has one

An older copy of the log looks like a whole one. Compare it with a checkpoint that is kept elsewhere (person360 verify),
and name its number of entries with --entries.`;
