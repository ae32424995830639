import { Command, Option } from 'commander';
import { type ConnectionOptions, connected } from './connectionOptions.ts';
import { confirmConsent, listConsents, recordConsent, revokeConsent } from './consents.ts';
import { listDeadLetters, resendDeadLetter } from './deadLetters.ts';
import {
  liftEmergencyLimit,
  listEmergencies,
  listPersonsToTell,
  recordPersonTold,
  reviewEmergency,
} from './emergencies.ts';
import { MOVES, type MoveName } from './moves.ts';
import type { RebuildOptions } from './rebuild.ts';
import { REBUILD_HELP } from './rebuildHelp.ts';
import { listRequests, showRequest } from './requests/readRequests.ts';
import { requestAccess } from './requests/requestAccess.ts';
import { sendMove } from './sendMove.ts';
import { collect } from './terms.ts';

/** `person360 emou`: the agreement's moves from a terminal, as tables or with --json. */
export function emouCommand(): Command {
  const emou = new Command('emou').description(
    'request data, answer requests, record consents, and review emergencies under the eMOU; restore its register',
  );

  connected(
    emou.command('list').description("list the requests that wait for your agency, another agency's, or another list"),
  )
    .addOption(
      new Option('--box <box>', 'list to show').choices(['inbox', 'outbox', 'overdue', 'all']).default('inbox'),
    )
    .option('--agency <code>', 'agency whose list to show (default: your own)')
    .option('--status <status>', 'only this status; repeatable', collect)
    .option('--dataset <id>', 'only this dataset')
    .option('--limit <number>', 'maximum number of requests', positiveInteger, 50)
    .action(listRequests);

  connected(emou.command('show <request>').description('show one request: its status, terms, and history')).action(
    showRequest,
  );

  connected(emou.command('dead-letters').description('list notices that could not be delivered')).action(
    listDeadLetters,
  );
  connected(
    emou.command('resend <notice> <target>').description('try again to deliver a notice that could not be delivered'),
  ).action(resendDeadLetter);

  connected(emou.command('request <dataset...>').description('request access from the owner of each dataset'))
    .requiredOption('--purpose <purpose>', 'purpose of use')
    .requiredOption('--why <text>', 'why the data is needed')
    .requiredOption('--legal-basis <text>', 'statute or rule that permits the disclosure')
    .option('--field <Type.field>', 'only this field; repeatable', collect)
    .option('--form <Type.field=FORM>', 'mask this field, for example with MONTH; repeatable', collect)
    .option(
      '--if <condition>',
      'only for persons who meet this condition, such as WARD or WARD+CONSENT; if repeated, any one is enough',
      collect,
    )
    .option('--role <role>', 'only for this role; repeatable', collect)
    .option('--months <number>', 'length of access, 1 to 36 months', positiveInteger, 12)
    .option('--starts-on <date>', 'date on which access should begin')
    .action(requestAccess);

  for (const name of Object.keys(MOVES) as MoveName[]) {
    // The keys of a constant object are its names.
    const { description, options } = MOVES[name];
    const command = connected(emou.command(`${name} <request>`).description(description)).requiredOption(
      '--why <text>',
      'reason, question, answer, or argument',
    );
    for (const option of options) command.addOption(option());
    command.action((request: string, given: ConnectionOptions & { readonly why: string }) =>
      sendMove(name, request, given),
    );
  }

  emou
    .command('rebuild')
    .description("restore emou's register from its log, after its database was changed outside of emou")
    .option('--backup <file>', 'new file for the rows that are replaced, as JSON lines')
    .option('--yes', 'rebuild without confirmation', false)
    .addOption(
      new Option('--entries <number>', 'expected number of entries; a log of another size is rejected').argParser(
        positiveInteger,
      ),
    )
    .addHelpText('after', REBUILD_HELP)
    .action(async (options: RebuildOptions) => {
      // The only command that needs a database: the others need only the gateway.
      const { rebuild } = await import('./rebuild.ts');
      await rebuild(options);
    });

  connected(emou.command('consents').description('list consents on file that name your agency'))
    .option('--person <id>', 'only this person (Person.id)')
    .option('--waiting', 'only consents that wait for confirmation', false)
    .action(listConsents);
  connected(
    emou
      .command('record-consent <person>')
      .description("put a person's signed consent on file; if the recipient records it, it waits for confirmation"),
  )
    .requiredOption('--discloser <agency>', 'agency that may disclose')
    .requiredOption('--recipient <agency>', 'agency that may receive')
    .requiredOption('--dataset <id>', "one of the discloser's datasets; repeatable", collect)
    .requiredOption('--purpose <purpose>', 'purpose of use')
    .requiredOption('--description <text>', 'amount and kind of information, in the words of the consent')
    .requiredOption('--signed-by <relation>', 'signer, by their relation to the person, such as "the mother"; no name')
    .requiredOption('--given-on <date>', 'first day of the consent')
    .requiredOption('--expires-on <date>', 'last day of the consent')
    .requiredOption('--document <file>', 'signed document; only its SHA-256 digest is sent')
    .option('--document-date <date>', 'date of the document (default: --given-on)')
    .action(recordConsent);
  connected(
    emou
      .command('confirm-consent <consent>')
      .description('confirm a consent, as the discloser, the person, or a second officer of the recipient'),
  )
    .option('--document <file>', 'signed document, as you have it; optional for the person')
    .action(confirmConsent);
  connected(emou.command('revoke-consent <consent>').description('revoke a consent for the person'))
    .requiredOption('--why <text>', "the person's reason")
    .action(revokeConsent);

  connected(
    emou
      .command('emergencies')
      .description("list declared emergencies that wait for your agency's review (DATA_STEWARD)"),
  )
    .option('--all', 'also list reviewed emergencies', false)
    .action(listEmergencies);
  connected(emou.command('review-emergency <emergency>').description('record whether an emergency was justified'))
    .addOption(
      new Option('--outcome <outcome>', 'outcome of the review')
        .choices(['justified', 'not-justified'])
        .makeOptionMandatory(),
    )
    .requiredOption('--comment <text>', 'why')
    .action(reviewEmergency);
  connected(
    emou
      .command('lift-emergency-limit <requester>')
      .description('temporarily allow a requester of your agency any number of emergencies (SUPERVISOR)'),
  )
    .addOption(
      new Option('--hours <number>', 'number of hours, 1 to 24').argParser(positiveInteger).makeOptionMandatory(),
    )
    .requiredOption('--why <text>', 'reason')
    .action(liftEmergencyLimit);
  connected(
    emou
      .command('persons-to-tell')
      .description('list persons who must be notified that an emergency showed their data'),
  ).action(listPersonsToTell);
  connected(emou.command('told <emergency> <person>').description('record that a person was notified'))
    .requiredOption('--how <text>', 'how the person was notified')
    .action(recordPersonTold);
  return emou;
}

function positiveInteger(text: string): number {
  return Number.isSafeInteger(Number(text)) && Number(text) > 0 ? Number(text) : Number.NaN;
}
