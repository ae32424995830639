import { createSecretKey, randomBytes } from 'node:crypto';
import pg from 'pg';
import type { RecordContent } from '../../../schema/persons/sourceRecord.ts';
import { createAdministrationLog } from '../../kit/administration/administrationLog.ts';
import { askSubgraph, type SubgraphAnswer } from '../../kit/testing/askSubgraph.ts';
import { grantClaims } from '../../kit/testing/grantIssuer.ts';
import { startTestLedger, type TestLedger } from '../../kit/testing/testLedger.ts';
import { startTestSystems, type TestSystem, type TestSystems } from '../../kit/testing/testSystems.ts';
import { linkBatchTable } from '../links/linkBatchTable.ts';
import { linkChangeTable } from '../register/linkChangeTable.ts';
import { createIdentitySubgraph } from '../subgraph.ts';

export interface Registrar {
  readonly agency: string;
  readonly roles: readonly string[];
  readonly purpose: string;
  readonly sub: string | undefined;
}

export const steward: Registrar = {
  ...{ agency: 'DOIT', roles: ['DATA_STEWARD'], purpose: 'DATA_GOVERNANCE', sub: 'steward@doit.example' },
};
/** Owns snap and tanf. */
export const officer: Registrar = {
  ...{ agency: 'IDHS', roles: ['DATA_OFFICER'], purpose: 'DATA_GOVERNANCE', sub: 'officer@idhs.example' },
};

export interface RecordToRegister {
  readonly system: string;
  readonly number: string;
  readonly traits: Partial<RecordContent>;
}

/** Outcome of registerRecord. */
export interface Registered {
  readonly personId: string;
  readonly decision: 'AUTO_LINK' | 'REVIEW' | 'NEW';
  readonly changed: boolean;
  readonly explanation: { readonly weight: number; readonly guard: string | null } | null;
}

/** Without records that are refused for hidden characters or long texts. */
export function acceptable<Each extends { readonly traits: object }>(records: readonly Each[]): readonly Each[] {
  const isAcceptable = (text: unknown): boolean =>
    typeof text !== 'string' || (text.length <= 200 && !/[\u202e\t]/.test(text));
  return records.filter(({ traits }) => Object.values(traits).every(isAcceptable));
}

const REGISTER = `mutation ($input: RegisterRecordInput!) { registerRecord(input: $input) {
  personId decision changed explanation { weight joinThreshold guard comparisons { comparison level weight } } } }`;

/** The person index with a log, and nobody in it. */
export interface RegisterBed {
  readonly systems: TestSystems;
  readonly ledger: TestLedger;
  readonly identity: TestSystem;
  /** Starts another process on the same database. Returns its URL. */
  startAnother(linksAnHour?: number): Promise<string>;
  ask(
    query: string,
    variables: object,
    holder?: Registrar,
    url?: string,
    datasets?: readonly string[],
  ): Promise<SubgraphAnswer>;
  /** Sends registerRecord as it is. */
  send(record: RecordToRegister & object, holder?: Registrar, url?: string): Promise<SubgraphAnswer>;
  /** Registers a record; throws if there are errors. */
  register(record: RecordToRegister & object, holder?: Registrar, url?: string): Promise<Registered>;
  rows<Row>(sql: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  /** Numbers by person, as system|number, sorted: who has which. */
  partition(records: readonly RecordToRegister[]): Promise<readonly (readonly string[])[]>;
  /** Removes every person and record. */
  empty(): Promise<void>;
  entries(): Promise<readonly { readonly event: string; readonly row: Readonly<Record<string, unknown>> }[]>;
  stop(): Promise<void>;
}

export async function startRegisterBed(linksAnHour?: number): Promise<RegisterBed> {
  const systems = await startTestSystems('durable');
  const ledger = await startTestLedger(systems.postgres);
  const pseudonymKey = { epoch: 'test', secret: createSecretKey(randomBytes(32)) };
  const origin = 'test.example/identity';
  const definition = (most?: number) =>
    createIdentitySubgraph({
      factSources: { childwelfare: () => undefined, emou: () => undefined },
      register: { administration: ledger.settingsOf(origin), pseudonymKey, linksAnHour: most },
    });
  // Tests rotate keys, which waits until every process has read them again.
  const identity = await systems.start(definition(linksAnHour), undefined, { limits: { keyRefreshMs: 50 } });
  const client = new pg.Client({ connectionString: identity.databaseUrl });
  await client.connect();
  // The connection ends with the database.
  client.on('error', () => undefined);

  async function rows<Row>(sql: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
    // The caller names the columns.
    return (await client.query(sql, [...values])).rows as Row[];
  }
  const ask: RegisterBed['ask'] = (query, variables, holder = steward, url = identity.running.url, datasets = []) => {
    const claims = { ...grantClaims('identity', [...datasets], systems.now), ...holder };
    return askSubgraph(url, systems.issuer.sign(JSON.parse(JSON.stringify(claims))), query, { ...variables });
  };
  const send: RegisterBed['send'] = ({ traits, ...rest }, holder, url) => {
    const { primaryLanguage, living, ...given } = traits;
    const details = { ...(primaryLanguage == null ? {} : { primaryLanguage }), ...(living == null ? {} : { living }) };
    const { person: _, ...input } = { person: undefined, ...rest };
    return ask(REGISTER, { input: { ...input, ...details, traits: given } }, holder, url);
  };
  const register: RegisterBed['register'] = async (record, holder, url) => {
    const { data, codes, text } = await send(record, holder, url);
    if (codes.length > 0) throw new Error(`registerRecord failed: ${text}`);
    // The shape is that of the mutation above.
    return (data as { registerRecord: Registered }).registerRecord;
  };
  return {
    ...{ systems, ledger, identity, ask, send, register, rows },
    async startAnother(most) {
      return (await systems.start(definition(most))).running.url;
    },
    async partition(records) {
      const fields: Readonly<Record<string, string>> = {
        ...{ snap: 'snapClientId', tanf: 'tanfClientId', medicaid: 'medicaidRin', corrections: 'idocNumber' },
        ...{ education: 'sisId', weatherization: 'energyClientId', childwelfare: 'cypId' },
      };
      const byPerson = new Map<string, string[]>();
      for (let from = 0; from < records.length; from += 500) {
        const part = records.slice(from, from + 500);
        const representations = part.map(({ system, number }) => ({
          __typename: 'Person',
          [fields[system] ?? '']: number,
        }));
        const { data } = await identity.ask(
          [],
          'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Person { id } } }',
          { representations },
        );
        // The shape is that of the query above.
        const found = (data as { _entities: readonly ({ id: string } | null)[] })._entities;
        for (const [at, { system, number }] of part.entries()) {
          const person = found[at]?.id ?? `nobody has ${system}|${number}`;
          byPerson.set(person, [...(byPerson.get(person) ?? []), `${system}|${number}`]);
        }
      }
      return [...byPerson.values()].map((keys) => keys.sort()).sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
    },
    async empty() {
      await client.query(`truncate person, household, system_number, person_search_token, relationship, source_record,
        record_key, record_pair, link_decision, link_review, link_review_answer, link_change_person, person_replacement,
        replaced_relationship, moved_number, register_link_count cascade`);
    },
    async entries() {
      const log = createAdministrationLog(ledger.settingsOf(origin), [linkBatchTable, linkChangeTable]);
      try {
        return await log.readAll();
      } finally {
        await log.close();
      }
    },
    async stop() {
      await client.end().catch(() => undefined);
      await systems.stop();
    },
  };
}
