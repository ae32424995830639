import { createSecretKey, randomBytes } from 'node:crypto';
import pg from 'pg';
import type { AdministrationEntry } from '../../../../schema/ledger/administration.ts';
import { personPseudonym } from '../../../../schema/ledger/personPseudonym.ts';
import { NO_TRAITS, type RecordContent } from '../../../../schema/persons/sourceRecord.ts';
import { createAdministrationLog } from '../../../kit/administration/administrationLog.ts';
import { askSubgraph, type SubgraphAnswer } from '../../../kit/testing/askSubgraph.ts';
import { grantClaims } from '../../../kit/testing/grantIssuer.ts';
import { startTestLedger, type TestLedger } from '../../../kit/testing/testLedger.ts';
import { startTestSystems, type TestSystem, type TestSystems } from '../../../kit/testing/testSystems.ts';
import { linkBatchTable } from '../../links/linkBatchTable.ts';
import { linkChangeTable } from '../../register/linkChangeTable.ts';
import { createIdentitySubgraph } from '../../subgraph.ts';
import { addPersons } from '../../testing/addPersons.ts';

const ORIGIN = 'test.example/identity';

export const person = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
export const household = (n: number): string => `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** A record: its id, the person whose it is, the system, and the traits. Its number is `<system>-<id>`. */
export interface GivenRecord {
  readonly id: number;
  readonly of: number;
  readonly system: string;
  readonly content: Partial<RecordContent>;
}

export interface GivenIndex {
  readonly persons: readonly number[];
  readonly records: readonly GivenRecord[];
  /** Numbers without records: person, system, number. */
  readonly bare?: readonly (readonly [number, string, string])[];
  readonly relationships?: readonly (readonly [number, number, string])[];
  /** Pairs that are linked by weight. */
  readonly links?: readonly (readonly [number, number])[];
  /** Pairs to review, by the number of the review. */
  readonly reviews?: readonly (readonly [number, number, number])[];
}

export interface Payload {
  readonly changeId: string | null;
  readonly status: string | null;
  readonly problems: readonly { readonly kind: string; readonly message: string }[];
}

const steward = { agency: 'DOIT', roles: ['DATA_STEWARD'], purpose: 'DATA_GOVERNANCE' };
/** When the given records came. */
export const REGISTERED = new Date('2026-01-05T12:00:00Z');

const NUMBERS = 'id snapClientId tanfClientId medicaidRin idocNumber sisId';

export interface ChangesTestBed {
  readonly systems: TestSystems;
  readonly identity: TestSystem;
  readonly ledger: TestLedger;
  pseudonymOf(n: number): string;
  /** Sends a mutation as this steward. */
  change(by: string, name: string, input: object): Promise<Payload>;
  /** The same, with the codes of its errors. */
  attempt(by: string | undefined, name: string, input: object, holder?: object): Promise<SubgraphAnswer>;
  /** Proposes, and has a second steward approve. */
  approved(name: string, input: object): Promise<Payload>;
  ask(
    query: string,
    variables?: Readonly<Record<string, unknown>>,
    datasets?: readonly string[],
  ): Promise<SubgraphAnswer>;
  /** Persons with these ids, by their numbers. */
  persons(...ids: readonly number[]): Promise<readonly (Readonly<Record<string, string | null>> | null)[]>;
  /** Ids of the records of each person. */
  recordsOf(id: string): Promise<readonly string[]>;
  sql<Row>(text: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  entries(): Promise<readonly AdministrationEntry[]>;
  stop(): Promise<void>;
}

export async function startChangesTestBed(given: GivenIndex): Promise<ChangesTestBed> {
  const systems = await startTestSystems('durable');
  const ledger = await startTestLedger(systems.postgres);
  const pseudonymKey = { epoch: 'test', secret: createSecretKey(randomBytes(32)) };
  const identity = await systems.start(
    createIdentitySubgraph({
      factSources: { childwelfare: () => undefined, emou: () => undefined },
      register: { administration: ledger.settingsOf(ORIGIN), pseudonymKey },
    }),
    async (databaseUrl) => {
      await addPersons(databaseUrl, systems.keyEncryption, personsOf(given));
      await insertPairs(databaseUrl, given);
    },
  );
  const client = new pg.Client({ connectionString: identity.databaseUrl });
  await client.connect();

  const tokenOf = (sub: string | undefined, datasets: readonly string[] = [], holder: object = {}) => {
    const claims = { ...grantClaims('identity', datasets, systems.now), ...steward, sub, ...holder };
    return systems.issuer.sign(JSON.parse(JSON.stringify(claims)));
  };
  const attempt: ChangesTestBed['attempt'] = (by, name, input, holder) => {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const inputType = name === 'linkRecords' || name === 'separateRecords' ? 'RecordPairInput' : type;
    return askSubgraph(
      identity.running.url,
      tokenOf(by, [], holder),
      `mutation ($input: ${inputType}!) { ${name}(input: $input) { changeId status problems { kind message } } }`,
      { input },
    );
  };
  const change: ChangesTestBed['change'] = async (by, name, input) => {
    const { data, codes } = await attempt(by, name, input);
    if (codes.length > 0) throw new Error(`${name}: ${codes.join()} ${JSON.stringify(systems.log.at(-1))}`);
    // The shape is that of the mutation above.
    return (data as Record<string, Payload>)[name] as Payload;
  };
  const ask: ChangesTestBed['ask'] = (query, variables = {}, datasets = ['identity.links']) =>
    askSubgraph(identity.running.url, tokenOf('reader@doit.example', datasets), query, variables);

  return {
    systems,
    identity,
    ledger,
    pseudonymOf: (n) => personPseudonym(pseudonymKey, person(n)).toString('base64url'),
    attempt,
    change,
    ask,
    async approved(name, input) {
      const proposed = await change('first@doit.example', name, { reason: 'Birth certificate compared', ...input });
      if (proposed.changeId === null) return proposed;
      return change('second@doit.example', 'decideLinkChange', {
        ...{ changeId: proposed.changeId, approve: true, reason: 'Compared it as well' },
      });
    },
    async persons(...ids) {
      const query = `query ($ids: [ID!]!) { ${ids.map((id, at) => `p${at}: person(id: "${person(id)}") { ${NUMBERS} }`).join(' ')}
        persons(ids: $ids) { id } }`;
      const { data } = await ask(query, { ids: [] });
      // The shape is that of the query above.
      const found = data as Record<string, Record<string, string | null> | null>;
      return ids.map((_, at) => found[`p${at}`] ?? null);
    },
    async recordsOf(id) {
      const { data, codes } = await ask('query ($id: ID!) { recordsOfPerson(personId: $id) { id } }', { id });
      if (codes.length > 0) throw new Error(codes.join());
      // The shape is that of the query above.
      return (data as { recordsOfPerson: readonly { id: string }[] }).recordsOfPerson.map((record) => record.id).sort();
    },
    async sql<Row>(text: string, values: readonly unknown[] = []) {
      // The statement's columns are those of Row.
      return (await client.query(text, [...values])).rows as Row[];
    },
    async entries() {
      const log = createAdministrationLog(ledger.settingsOf(ORIGIN), [linkBatchTable, linkChangeTable]);
      try {
        return await log.readAll();
      } finally {
        await log.close();
      }
    },
    async stop() {
      await client.end();
      await systems.stop();
    },
  };
}

const address = { city: 'Peoria', state: 'IL', zip: '61602', county: 'Peoria', countyFips: '17143' };

function personsOf({ persons, records, bare = [], relationships = [] }: GivenIndex) {
  return {
    households: persons.map((n) => ({
      ...{ householdId: household(n), addressProtected: false, ...address, street: `${n} Elm St` },
    })),
    persons: persons.map((n) => {
      const { given, family, birthDate } = records.find(({ of }) => of === n)?.content ?? {};
      return {
        ...{ personId: person(n), householdId: household(n), given: given ?? 'Nobody', middle: null },
        ...{ family: family ?? 'Known', suffix: null, birthDate: birthDate ?? '1980-01-01', gender: 'FEMALE' },
        ...{ primaryLanguage: 'en', living: true },
      };
    }),
    numbers: [
      ...records.map(({ id, of, system }) => ({
        system,
        number: `${system}-${id}`,
        personId: person(of),
        isCurrent: true,
      })),
      ...bare.map(([of, system, number]) => ({ system, number, personId: person(of), isCurrent: true })),
    ],
    records: records.map(({ id, system, content }) => ({
      ...{ recordId: String(id), system, number: `${system}-${id}` },
      content: { ...NO_TRAITS, primaryLanguage: null, living: null, ...content },
      ...{ registeredAt: REGISTERED, personSince: REGISTERED },
    })),
    relationships: relationships.map(([one, other, kind]) => [person(one), person(other), kind] as const),
  };
}

async function insertPairs(databaseUrl: string, { links = [], reviews = [] }: GivenIndex): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (const [one, other] of links) {
      await client.query(
        "insert into record_pair (one, other, weight, decision, model) values ($1, $2, 30, 'AUTO_LINK', 'test')",
        [one, other],
      );
    }
    for (const [n, one, other] of reviews) {
      await client.query(
        `insert into link_review (link_review_id, one, other, cause, weight, model, created_at, due_on)
         values ($1, $2, $3, 'REVIEW', 17, 'test', $4, '2026-11-10')`,
        [reviewId(n), one, other, REGISTERED],
      );
    }
  } finally {
    await client.end();
  }
}

export const reviewId = (n: number): string => `20000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
