import { Command, InvalidArgumentError, Option } from 'commander';
import { z } from 'zod';
import { CliError } from '../../cliError.ts';
import { instantOption } from '../../instantOption.ts';
import { askGateway } from '../emou/askGateway.ts';
import { type ConnectionOptions, connected } from '../emou/connectionOptions.ts';
import { createTable } from '../emou/createTable.ts';
import { print } from '../emou/requests/requestRow.ts';

interface AskOptions extends ConnectionOptions {
  readonly from?: Date;
  readonly to?: Date;
  readonly dataset?: string;
  readonly agency?: string;
  readonly limit: number;
}

const ENTRIES = `query ($filter: DisclosureFilter, $first: Int) {
  disclosures(filter: $filter, first: $first) {
    edges { node { id time kind requester agency purpose person disclosed { fields approvals } empty { fields }
      effects { field ids } refused { field reason }
      search { field found } } }
    pageInfo { hasNextPage } completeness { complete explanation } } }`;

const Texts = z.array(z.string());
const Entry = z.object({
  id: z.string(),
  time: z.string(),
  kind: z.string(),
  requester: z.string().nullable(),
  agency: z.string().nullable(),
  purpose: z.string().nullable(),
  person: z.string().nullable(),
  disclosed: z.array(z.object({ fields: Texts, approvals: Texts.nullable() })).nullable(),
  empty: z.array(z.object({ fields: Texts })).nullable(),
  effects: z.array(z.object({ field: z.string(), ids: Texts })).nullable(),
  refused: z.array(z.object({ field: z.string(), reason: z.string() })).nullable(),
  search: z.object({ field: z.string(), found: z.number() }).nullable(),
});
const Entries = z.object({
  disclosures: z.object({
    edges: z.array(z.object({ node: Entry })),
    pageInfo: z.object({ hasNextPage: z.boolean() }),
    completeness: z.object({ complete: z.boolean(), explanation: z.string() }),
  }),
});

/** `person360 audit ask`: the ten questions of docs/security-team.md, through the gateway, as tables or with --json. */
export function askCommand(): Command {
  const ask = new Command('ask')
    .description("answer a question about the disclosure log; requires an auditor's token")
    .addHelpText('after', '\nEntries name persons by pseudonyms. To identify persons, use person360 audit unmask.');
  const question = (usage: string, description: string): Command =>
    connected(ask.command(usage)).description(description);

  ranged(question('who-saw <person>', '1: who saw this person’s data (Person.id)')).action(
    (personId: string, options: AskOptions) => listEntries({ personId }, options),
  );
  ranged(question('looked-at <requester>', '2: what this employee looked at (subject of the token)')).action(
    (requester: string, options: AskOptions) => listEntries({ requester }, options),
  );
  ranged(question('received <agency>', '3: what an agency received, and under which approvals'))
    .option('--dataset <id>', 'only this dataset')
    .action((agency: string, options: AskOptions) => listEntries({ agency, dataset: options.dataset }, options));
  ranged(question('under <approval>', '4: what was shown under this approval')).action(
    (approval: string, options: AskOptions) => listEntries({ approval }, options),
  );
  question('ticket <number>', '2: who printed or exported what carries this number').action(
    (ticket: string, options: ConnectionOptions) =>
      listEntries({ ticket: ticket.toUpperCase() }, { ...options, limit: 200 }),
  );
  question('would-open <agency> <dataset> <purpose>', '5: what an approval would have opened in the last 30 days')
    .requiredOption('--roles <roles>', 'roles that the approval would cover, comma-separated')
    .option('--fields <fields>', 'fields that it would open, as Type.field, comma-separated (default: all)')
    .action(wouldOpen);
  question('changed <approval>', '4: who requested, decided, or changed an approval, from the register').action(
    listMoves,
  );
  ranged(question('refused', '5: which requests were refused'))
    .option('--agency <code>', 'only requests by this agency')
    .option('--dataset <id>', 'only this dataset')
    .action((options: AskOptions) =>
      listEntries({ kind: 'REFUSAL', agency: options.agency, dataset: options.dataset }, options),
    );
  ranged(question('emergencies', '6: who used emergency access')).action((options: AskOptions) =>
    listEntries({ kind: 'BREAK_GLASS' }, options),
  );
  question('shared', '7: how much is shared with whom')
    .addOption(
      new Option('--by <what>', 'what to count by')
        .choices(['agency', 'dataset', 'purpose', 'approval', 'field'])
        .default('agency'),
    )
    .action(({ by, ...options }: ConnectionOptions & { readonly by: string }) =>
      listRows(
        options,
        'query ($by: StatisticDimension!) { rows: accessStatistics(by: $by) { key disclosures persons suppressed } }',
        {
          by: by.toUpperCase(),
        },
      ),
    );
  question('unusual', '8: whose access should be reviewed; --json shows every detail').action(
    (options: ConnectionOptions) =>
      listRows(options, '{ rows: unusualAccess { rule requester agency purpose explanation } }', {}),
  );
  question('complete', '9: whether look-ups find every entry (person360 verify checks the signed log)').action(
    async (options: ConnectionOptions) => {
      const { logCompleteness } = await askGateway(
        ...([options, '{ logCompleteness { complete explanation } }', {}] as const),
        z.object({ logCompleteness: z.object({ complete: z.boolean(), explanation: z.string() }) }),
      );
      print(options.json, logCompleteness, () => logCompleteness.explanation);
    },
  );
  question('proof <entry>', '10: receipt of one entry, for person360 verify receipt').action(
    async (id: string, options: ConnectionOptions) => {
      const Proof = z.object({ inclusionProof: z.object({ receipt: z.string() }).nullable() });
      const query = 'query ($id: ID!) { inclusionProof(id: $id) { receipt } }';
      const { inclusionProof } = await askGateway(options, query, { id }, Proof);
      print(
        options.json,
        inclusionProof,
        () => inclusionProof?.receipt.trimEnd() ?? 'You cannot read this entry, or it does not exist. Check its id.',
      );
    },
  );
  return ask;
}

function ranged(command: Command): Command {
  return command
    .option('--from <instant>', 'earliest time, inclusive, with a time zone: 2026-12-01T00:00:00-06:00', instantOption)
    .option('--to <instant>', 'latest time, exclusive, with a time zone', instantOption)
    .option('--limit <number>', 'maximum number of entries, 1 to 200', limit, 50);
}

function limit(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 200) return value;
  throw new InvalidArgumentError('Use a whole number from 1 to 200.');
}

async function listEntries(filter: object, options: AskOptions): Promise<void> {
  const range = { from: options.from?.toISOString(), to: options.to?.toISOString() };
  const variables = { filter: { ...filter, ...range }, first: options.limit };
  const { disclosures } = await askGateway(options, ENTRIES, variables, Entries);
  print(options.json, disclosures, () => {
    const table = createTable(['entry', 'time', 'kind', 'who', 'purpose', 'person', 'what', 'approvals']);
    for (const { node } of disclosures.edges) {
      const what = [
        ...(node.disclosed ?? []).flatMap(({ fields }) => fields),
        ...(node.empty ?? []).flatMap(({ fields }) => fields.map((field) => `${field}: empty`)),
        ...(node.effects ?? []).map(({ field, ids }) =>
          [`${field}: ${ids.length === 0 ? 'failed' : 'done'}`, ...ids].join('\n  '),
        ),
        ...(node.refused ?? []).map(({ field, reason }) => `${field}: ${reason}`),
        ...(node.search === null ? [] : [`${node.search.field}: ${node.search.found} found`]),
      ];
      const approvals = new Set((node.disclosed ?? []).flatMap((group) => group.approvals ?? []));
      const who = `${node.requester ?? ''}\n${node.agency ?? ''}`;
      const cells = [node.id, node.time, node.kind, who, node.purpose ?? '', node.person ?? ''];
      table.push([...cells, what.join('\n'), [...approvals].join('\n')]);
    }
    return [
      disclosures.edges.length === 0 ? 'No entries.' : table.toString(),
      ...(disclosures.pageInfo.hasNextPage
        ? ['There are more entries. Raise --limit, or narrow the range with --from and --to.']
        : []),
      disclosures.completeness.explanation,
    ].join('\n');
  });
}

const Impact = z.object({
  proposedApprovalImpact: z.object({
    explanation: z.string(),
    fields: z.array(z.object({ field: z.string(), requests: z.number().nullable(), persons: z.number().nullable() })),
  }),
});

async function wouldOpen(
  requestingAgency: string,
  dataset: string,
  purpose: string,
  options: ConnectionOptions & { readonly roles: string; readonly fields?: string },
): Promise<void> {
  const query = `query ($proposal: ProposedApprovalInput!) { proposedApprovalImpact(proposal: $proposal) {
    from to requests requesters persons suppressed atMost explanation fields { field requests persons suppressed } } }`;
  const lists = { roles: options.roles.split(','), fields: options.fields?.split(',') };
  const proposal = { requestingAgency, dataset, purpose, ...lists };
  const { proposedApprovalImpact: impact } = await askGateway(options, query, { proposal }, Impact);
  print(options.json, impact, () => {
    const table = createTable(['refused field', 'requests', 'persons']);
    for (const { field, requests, persons } of impact.fields) {
      table.push([field, String(requests ?? 'fewer than 11 persons'), String(persons ?? '')]);
    }
    return impact.fields.length === 0 ? impact.explanation : [impact.explanation, table.toString()].join('\n');
  });
}

const Approvals = z.array(z.object({ id: z.string(), request: z.object({ id: z.string() }) }));
const Register = z.object({ inForce: Approvals, others: Approvals });
const Move = z.object({
  at: z.string(),
  kind: z.string(),
  subject: z.string(),
  agency: z.string(),
  role: z.string(),
  why: z.string(),
});
const Moves = z.object({ accessRequest: z.object({ id: z.string(), history: z.array(Move) }) });

async function listMoves(approval: string, options: ConnectionOptions): Promise<void> {
  const ids = '{ id request { id } }';
  const register = `{ inForce: approvals(inForce: true) ${ids} others: approvals(inForce: false) ${ids} }`;
  const { inForce, others } = await askGateway(options, register, {}, Register);
  const request = [...inForce, ...others].find(({ id }) => id === approval)?.request;
  if (request === undefined) throw new CliError(`The register has no approval ${approval}. Check the id.`);
  const query = 'query ($id: ID!) { accessRequest(id: $id) { id history { at kind subject agency role why } } }';
  const { accessRequest } = await askGateway(options, query, { id: request.id }, Moves);
  print(options.json, accessRequest, () => {
    const table = createTable(['time', 'move', 'who', 'role', 'why']);
    for (const { at, kind, subject, agency, role, why } of accessRequest.history) {
      table.push([at, kind, `${subject}\n${agency}`, role, why]);
    }
    return table.toString();
  });
}

const Cell = z.union([z.string(), z.number(), z.boolean()]).nullable();
const Rows = z.object({ rows: z.array(z.record(z.string(), Cell)) });

async function listRows(options: ConnectionOptions, query: string, variables: Readonly<Record<string, unknown>>) {
  const { rows } = await askGateway(options, query, variables, Rows);
  print(options.json, rows, () => {
    const [first] = rows;
    if (first === undefined) return 'None.';
    const table = createTable(Object.keys(first));
    for (const row of rows) table.push(Object.values(row).map((cell) => String(cell ?? '')));
    return table.toString();
  });
}
