export const REBUILD_HELP = `
Stop every emou first, and keep a copy of its database as evidence. The command reads and verifies the whole log, lists
how the register differs, and then replaces the register's tables with what the log says, in one transaction. If they are
not equal afterward, nothing is changed. Undelivered notices are lost, except from the backup.

Environment variables, as for emou itself:
  EMOU_DATABASE_URL                  with the login that owns emou's tables and runs its migrations, because the command
                                     disables the triggers that protect their rows
  PERSON360_LEDGER_DATABASE_URL      with the login ledger_register
  PERSON360_LEDGER_ORIGIN, PERSON360_LEDGER_SIGNING_KEY_FILE, PERSON360_LEDGER_FORMER_KEYS_FILE
  PERSON360_AGREEMENT_FILE           if emou has one

An older copy of the log looks complete. Compare it with a checkpoint that is kept elsewhere (person360 verify), and give
its number of entries with --entries.`;
