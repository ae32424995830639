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
    'ask for data, answer requests, record consents, and review emergencies, under the eMOU; restore its register',
  );

  connected(
    emou.command('list').description("requests that wait for your agency; or another agency's, or another list"),
  )
    .addOption(new Option('--box <box>', 'which list').choices(['inbox', 'outbox', 'overdue', 'all']).default('inbox'))
    .option('--agency <code>', 'whose list (default: your own)')
    .option('--status <status>', 'only these; may be given more than once', collect)
    .option('--dataset <id>', 'only of this dataset')
    .option('--limit <number>', 'at most so many', positiveInteger, 50)
    .action(listRequests);

  connected(emou.command('show <request>').description('one request: where it stands, its terms, its history')).action(
    showRequest,
  );

  connected(emou.command('dead-letters').description('notices that could not be delivered')).action(listDeadLetters);
  connected(emou.command('resend <notice> <target>').description('try to deliver a dead letter again')).action(
    resendDeadLetter,
  );

  connected(emou.command('request <dataset...>').description('ask the owner of each dataset for access'))
    .requiredOption('--purpose <purpose>', 'purpose of use')
    .requiredOption('--why <text>', 'why the data is needed')
    .requiredOption('--legal-basis <text>', 'statute or rule that permits the disclosure')
    .option('--field <Type.field>', 'only these fields; may be given more than once', collect)
    .option('--form <Type.field=FORM>', 'in a lesser form, such as MONTH; may be given more than once', collect)
    .option(
      '--if <condition>',
      'only for persons who meet it, such as WARD or WARD+CONSENT; more than one: any',
      collect,
    )
    .option('--role <role>', 'only for this role; may be given more than once', collect)
    .option('--months <number>', 'for how long, 1 to 36', positiveInteger, 12)
    .option('--starts-on <date>', 'day from which access is wanted')
    .action(requestAccess);

  for (const name of Object.keys(MOVES) as MoveName[]) {
    // The keys of a constant object are its names.
    const { description, options } = MOVES[name];
    const command = connected(emou.command(`${name} <request>`).description(description)).requiredOption(
      '--why <text>',
      'the reason, question, answer or argument',
    );
    for (const option of options) command.addOption(option());
    command.action((request: string, given: ConnectionOptions & { readonly why: string }) =>
      sendMove(name, request, given),
    );
  }

  emou
    .command('rebuild')
    .description("restore emou's register from its log, after its database was changed outside of emou")
    .option('--backup <file>', 'new file for the rows that are replaced, as lines of JSON')
    .option('--yes', 'rebuild without asking', false)
    .addOption(new Option('--entries <number>', 'refuse a log of another size').argParser(positiveInteger))
    .addHelpText('after', REBUILD_HELP)
    .action(async (options: RebuildOptions) => {
      // The only command that needs a database: the others need only the gateway.
      const { rebuild } = await import('./rebuild.ts');
      await rebuild(options);
    });

  connected(emou.command('consents').description('consents on file that name your agency'))
    .option('--person <id>', 'only of this person (Person.id)')
    .option('--waiting', 'only those that wait for a confirmation', false)
    .action(listConsents);
  connected(
    emou
      .command('record-consent <person>')
      .description("put a person's signed consent on file; the recipient's waits for a confirmation"),
  )
    .requiredOption('--discloser <agency>', 'the agency that may disclose')
    .requiredOption('--recipient <agency>', 'the agency that may receive')
    .requiredOption('--dataset <id>', "one of the discloser's datasets; may be given more than once", collect)
    .requiredOption('--purpose <purpose>', 'purpose of use')
    .requiredOption('--description <text>', 'how much and what kind of information, in the words of the consent')
    .requiredOption('--signed-by <name>', 'who signed')
    .requiredOption('--given-on <date>', 'first day on which it holds')
    .requiredOption('--expires-on <date>', 'last day on which it holds')
    .requiredOption('--document <file>', 'the signed document; only its SHA-256 digest is sent')
    .option('--document-date <date>', 'date of the document (default: --given-on)')
    .action(recordConsent);
  connected(
    emou
      .command('confirm-consent <consent>')
      .description('make a consent count: for the discloser, the person, or a second officer of the recipient'),
  )
    .option('--document <file>', 'the signed document as you have it; the person may leave it out')
    .action(confirmConsent);
  connected(emou.command('revoke-consent <consent>').description('the person takes a consent back'))
    .requiredOption('--why <text>', 'what the person says')
    .action(revokeConsent);

  connected(
    emou.command('emergencies').description("declared emergencies that wait for your agency's review (DATA_STEWARD)"),
  )
    .option('--all', 'those that have been reviewed too', false)
    .action(listEmergencies);
  connected(emou.command('review-emergency <emergency>').description('say whether an emergency was justified'))
    .addOption(
      new Option('--outcome <outcome>', 'what you found').choices(['justified', 'not-justified']).makeOptionMandatory(),
    )
    .requiredOption('--comment <text>', 'why')
    .action(reviewEmergency);
  connected(
    emou
      .command('lift-emergency-limit <requester>')
      .description('let somebody of your agency declare emergencies for any number of persons for a time (SUPERVISOR)'),
  )
    .addOption(new Option('--hours <number>', 'for how long, 1 to 24').argParser(positiveInteger).makeOptionMandatory())
    .requiredOption('--why <text>', 'the reason')
    .action(liftEmergencyLimit);
  connected(
    emou.command('persons-to-tell').description('persons whose data an emergency showed, and who must be told of it'),
  ).action(listPersonsToTell);
  connected(emou.command('told <emergency> <person>').description('record that a person was told'))
    .requiredOption('--how <text>', 'how the person was told')
    .action(recordPersonTold);
  return emou;
}

function positiveInteger(text: string): number {
  return Number.isSafeInteger(Number(text)) && Number(text) > 0 ? Number(text) : Number.NaN;
}
