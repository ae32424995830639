import { type Command, InvalidArgumentError, Option } from 'commander';
import { type ConnectionOptions, connected } from '../../emou/connectionOptions.ts';

const STEWARD = 'TOKEN=$(person360 token --agency DOIT --role DATA_STEWARD --purpose DATA_GOVERNANCE --subject YOU)';
const SECOND = '\nTakes effect once a second steward approves: person360 identity decide.';

/** Adds the commands about records of the running index, through the gateway. */
export function addRecordCommands(identity: Command): void {
  addRegistration(identity);
  addReviews(identity);
  addProposals(identity);
}

function addRegistration(identity: Command): void {
  connected(
    identity.command('register <file>').description("register a system's records; the index says whose each one is"),
  )
    .option('--system <name>', 'system that has the records, such as snap (default: the column system)')
    .option('--out <file>', 'CSV file to write: number,personId,decision')
    .addHelpText(
      'after',
      '\nCSV with the columns system and number, and any of given, middle, family, suffix, birthDate, gender, ssn, street, city, state,' +
        '\nzip, phone, primaryLanguage, living, householdOfNumber. Or JSON: [{"number": "12", "traits": {...}}].' +
        '\nA record that was registered before changes nothing. Needs a data officer of the owner, or the data steward:\n' +
        '\n  TOKEN=$(person360 token --agency IDHS --role DATA_OFFICER --purpose DATA_GOVERNANCE)' +
        '\n  person360 identity register snap.csv --system snap --out persons.csv --token "$TOKEN"\n' +
        '\nExit codes: 0 all are registered, 1 some were refused, or none could be sent.',
    )
    .action(async (file: string, options) => (await import('./registerRecords.ts')).registerRecords(file, options));

  connected(
    identity
      .command('match <file>')
      .description('list persons of whom a record with these traits may be; each call is recorded'),
  )
    .option('--limit <number>', 'maximum number of persons, 1 to 20', atMost(20), 10)
    .option('--explain', 'with the weight of each comparison; only for the data steward', false)
    .addHelpText(
      'after',
      '\nThe traits come from a JSON file, or from stdin (-), so that they stay out of the history of the shell:\n' +
        '\n  echo \'{"given": "Maria", "family": "Lopez", "birthDate": "1984-03-07"}\' | person360 identity match - --token "$TOKEN"',
    )
    .action(async (file: string, options) => (await import('./matchTraits.ts')).matchTraits(file, options));

  connected(
    identity.command('records <person>').description("list a person's records, as each system wrote them (Person.id)"),
  ).action(async (person: string, options: ConnectionOptions) =>
    (await import('./records.ts')).listRecords(person, options),
  );
}

function addReviews(identity: Command): void {
  paged(
    connected(
      identity.command('reviews').description('list pairs of records that people decide, the most urgent first'),
    ),
  )
    .addOption(
      new Option('--status <status>', 'only these')
        .choices(['open', 'proposed', 'decided', 'obsolete'])
        .default('open'),
    )
    .addHelpText('after', `\nThe token:  ${STEWARD}`)
    .action(async (options) => (await import('./reviews.ts')).listReviews(options));

  connected(
    identity.command('review <review>').description('show one pair: both records side by side, and the weights'),
  ).action(async (id: string, options: ConnectionOptions) => (await import('./reviews.ts')).showReview(id, options));

  withReason(connected(identity.command('answer <review>').description('answer a review')))
    .addOption(
      new Option('--answer <answer>', 'are they one person?')
        .choices(['link', 'not-link', 'defer'])
        .makeOptionMandatory(),
    )
    .option('--until <date>', 'with defer: look at it again on this day, at most 30 days ahead')
    .addHelpText(
      'after',
      '\nPairs with a record of corrections or with Part 2 data take the same answer from two stewards.\n' +
        '\n  person360 identity answer REVIEW --answer link --why "Same street and phone; two digits are swapped." --token "$TOKEN"',
    )
    .action(async (reviewId: string, { answer, until, why, ...options }) =>
      (await import('./sendChange.ts')).sendChange(
        'answerLinkReview',
        { reviewId, answer: String(answer).toUpperCase().replace('-', '_'), until, reason: why },
        options,
      ),
    );

  connected(
    identity.command('reviewers').description('list how often each reviewer was right where the answer is known'),
  ).action(async (options: ConnectionOptions) => (await import('./reviews.ts')).listReviewers(options));
}

interface WithReason extends ConnectionOptions {
  readonly why: string;
}

function addProposals(identity: Command): void {
  const pairs = [
    { name: 'link-records', mutation: 'linkRecords', what: 'propose that two records are of one person' },
    { name: 'separate', mutation: 'separateRecords', what: 'propose that two records are not of one person' },
  ] as const;
  for (const { name, mutation, what } of pairs) {
    withReason(connected(identity.command(`${name} <record> <other>`).description(`${what} (SourceRecord.id)`)))
      .addHelpText('after', `\nFor the ids of records: person360 identity records.${SECOND}`)
      .action(async (one: string, other: string, { why, ...options }: WithReason) =>
        (await import('./sendChange.ts')).sendChange(mutation, { one, other, reason: why }, options),
      );
  }
  withReason(
    connected(
      identity
        .command('merge <survivor> <replaced>')
        .description('propose that two persons are one; the first id stays (Person.id)'),
    ),
  )
    .addHelpText('after', `\nThe replaced id still finds the person.${SECOND}`)
    .action(async (survivorId: string, replacedId: string, { why, ...options }: WithReason) =>
      (await import('./sendChange.ts')).sendChange('mergePersons', { survivorId, replacedId, reason: why }, options),
    );
  withReason(
    connected(
      identity.command('unmerge <replaced>').description('propose to undo a merge (Person.id that was replaced)'),
    ),
  )
    .addHelpText('after', SECOND)
    .action(async (personId: string, { why, ...options }: WithReason) =>
      (await import('./sendChange.ts')).sendChange('unmergePerson', { personId, reason: why }, options),
    );
  paged(
    connected(identity.command('proposals').description('list proposed changes that wait for a second steward')),
  ).action(async (options) => (await import('./changes.ts')).listChanges({ ...options, status: 'PROPOSED' }));
  withReason(
    connected(identity.command('decide <change>').description('approve or refuse a proposal of another steward')),
  )
    .addOption(new Option('--outcome <outcome>', 'your decision').choices(['approve', 'refuse']).makeOptionMandatory())
    .action(async (changeId: string, { outcome, why, ...options }) =>
      (await import('./sendChange.ts')).sendChange(
        'decideLinkChange',
        { changeId, approve: outcome === 'approve', reason: why },
        options,
      ),
    );
  paged(connected(identity.command('history').description('list changes of links, newest first')))
    .option('--person <id>', 'only of this person (Person.id)')
    .addOption(new Option('--status <status>', 'only these').choices(['proposed', 'effective', 'refused']))
    .action(async (options) => (await import('./changes.ts')).listChanges(options));
  connected(
    identity.command('change <change>').description('show one change: who, why, and which records came to whom'),
  ).action(async (id: string, options: ConnectionOptions) => (await import('./changes.ts')).showChange(id, options));
  connected(
    identity
      .command('wrong-link <change>')
      .description('list what was shown under a link that this change ended, and which agencies notify whom'),
  )
    .addHelpText('after', '\nTo find the persons behind the pseudonyms: person360 audit unmask.')
    .action(async (id: string, options: ConnectionOptions) =>
      (await import('./wrongLink.ts')).listWrongLink(id, options),
    );
}

function withReason(command: Command): Command {
  return command.requiredOption('--why <text>', 'reason, for the log; without names and numbers of persons');
}

function paged(command: Command): Command {
  return command
    .option('--limit <number>', 'maximum number of rows, 1 to 100', atMost(100), 20)
    .option('--after <cursor>', 'go on where a page ended');
}

function atMost(most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (Number.isInteger(value) && value >= 1 && value <= most) return value;
    throw new InvalidArgumentError(`Use a whole number from 1 to ${most}.`);
  };
}
