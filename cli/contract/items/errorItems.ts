import { type ContractItem, fail, pass } from '../contractItem.ts';
import type { Reply } from '../reply.ts';
import { entitiesQuery, keysByType, readKnown, type SubgraphUnderTest } from '../subgraphUnderTest.ts';

/** A number that appears in no message, unless a message repeats the number it was about. */
const MARKER = 'MARKER-5e1f';

/** What an error tells an attacker about the program behind it. */
const LEAKS: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a stack', /Traceback \(most recent call last\)|\bat [\w.<>]+ \(|File \\?"[^"]+\\?", line \d+|stacktrace/i],
  ['a path', /node_modules|site-packages|file:\/\/|\/(?:home|usr|app|opt|var|srv|work|tmp)\/\w|[A-Z]:\\\\/],
  [
    'SQL',
    /\bselect\b.+\bfrom\b|insert into|SQLSTATE|syntax error at or near|no such (?:table|column)|ORA-\d{5}|relation .+does not exist/i,
  ],
  ['a driver', /psycopg|sqlite3?\.|sqlalchemy|pg_\w+|knex|prisma|jdbc/i],
  ['an address', /\b\w+:\/\/(?!specs\.apollo\.dev)[^\s"]+@|postgres(?:ql)?:\/\/|ECONNREFUSED/i],
];

/** Calls that make a careless program explain itself. */
async function provoke(subgraph: SubgraphUnderTest): Promise<void> {
  const { ask, datasets, grants, send } = subgraph;
  const authorization = grants.for(datasets);
  const broken = [
    '{',
    '{ noSuchField }',
    'query ($x: NoSuchType) { __typename }',
    'query A { __typename } query B { __typename }',
  ];
  for (const query of broken) await ask(authorization, query);
  await send({ authorization, body: `{"query": "${MARKER}` });
  for (const [type, [key]] of keysByType(subgraph)) {
    if (key === undefined) continue;
    const query = entitiesQuery(type.name, key.field);
    for (const value of [`${MARKER}'`, { [MARKER]: [MARKER] }, `${MARKER}\u0000`, `${MARKER}${'x'.repeat(5_000)}`]) {
      await ask(authorization, query, { representations: [{ __typename: type.name, [key.field]: value }] });
    }
    await ask(authorization, query, { representations: [{ __typename: 'NoSuchType', [key.field]: MARKER }] });
    await ask(authorization, query, { representations: 7 });
  }
}

/** Text of a response that is not data. */
function errorText({ data, errors, status, text }: Reply): string {
  if (status === 0) return '';
  return data === undefined && !text.startsWith('{"data"') ? text : errors.map((error) => JSON.stringify(error)).join();
}

const leaks: ContractItem = {
  id: 'errors-leak',
  title: 'Errors contain no stack, path, SQL, driver or address.',
  async check(subgraph) {
    await provoke(subgraph);
    for (const reply of subgraph.replies) {
      const text = errorText(reply);
      const leak = LEAKS.find(([, pattern]) => pattern.test(text));
      if (leak === undefined) continue;
      const place = leak[1].exec(text)?.[0].slice(0, 60);
      return fail(
        `a response with status ${reply.status} contains ${leak[0]}: ${place}`,
        'Log the cause, and send one sentence that you wrote for callers. Replace every error that you did not write.',
      );
    }
    return pass;
  },
};

const LEAST_TELLING = 5;

const values: ContractItem = {
  id: 'errors-values',
  title: 'Errors contain no value of a record, and no number of a person.',
  async check(subgraph) {
    await provoke(subgraph);
    const { values: shown } = await readKnown(subgraph, subgraph.grants.for(subgraph.datasets));
    await readKnown(subgraph, subgraph.grants.for([]));
    const secrets = shown.flatMap(({ value }) => (typeof value === 'string' && isTelling(value) ? [value] : []));
    for (const { errors } of subgraph.replies) {
      for (const { message } of errors) {
        if (message.includes(MARKER) && !/syntax|json/i.test(message)) {
          return fail('an error repeats the number it is about', 'Name the field in an error, never the value.');
        }
        if (secrets.some((secret) => message.includes(secret))) {
          return fail('an error contains a value of a record', 'Name the field in an error, never the value.');
        }
      }
    }
    return pass;
  },
};

/** Names of types and codes may appear in errors; what tells something about a person is longer, or has digits. */
function isTelling(value: string): boolean {
  return value.length >= LEAST_TELLING && !/^[A-Z_]+$|^[A-Z][A-Za-z]+$/.test(value);
}

/** What errors reveal. They look at every response of the run, so they come last. */
export const errorItems: readonly ContractItem[] = [leaks, values];
