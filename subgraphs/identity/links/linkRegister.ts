import { createHmac, randomUUID } from 'node:crypto';
import type { PersonLinkProblem } from '../../../schema/generated/identity.ts';
import type { PseudonymKey } from '../../../schema/ledger/personPseudonym.ts';
import type { AdministrationWrite } from '../../kit/administration/loggedTable.ts';
import type { Queries } from '../../kit/database/database.ts';
import type { SubgraphSystem } from '../../kit/subgraphDefinition.ts';
import { createPersonalData, type PersonalData } from '../personalData/personalData.ts';
import type { PersonRegister } from '../register/personRegister.ts';
import { linkBatchTable } from './linkBatchTable.ts';
import { existingPersons, holders, insertBatch, insertNumbers, retireNumbers } from './linkStatements.ts';
import type { PersonLink } from './personLink.ts';

export interface LinkCall {
  readonly system: string;
  readonly links: readonly PersonLink[];
  readonly file: { readonly sha256: string; readonly issuedAt: string; readonly signedBy: string } | undefined;
  readonly by: { readonly subject: string; readonly agency: string };
}

/** All of the links are recorded, or none. */
export type LinkOutcome =
  /** `batchId`: the entry in the log; undefined if every link existed. */
  | { readonly kind: 'linked'; readonly batchId: string | undefined; readonly linked: number }
  | { readonly kind: 'refused'; readonly problems: readonly PersonLinkProblem[] };

export interface LinkRegister {
  link(
    system: Pick<SubgraphSystem, 'clock' | 'database' | 'encryption' | 'log' | 'name'>,
    call: LinkCall,
  ): Promise<LinkOutcome>;
}

interface LinkChange {
  readonly result: LinkOutcome;
  readonly writes: readonly AdministrationWrite[];
}

export function createLinkRegister(register: PersonRegister): LinkRegister {
  async function change(queries: Queries, data: PersonalData, call: LinkCall, now: Date): Promise<LinkChange> {
    const { system, links, file, by } = call;
    const { problems, missing } = await compare(queries, data, system, links);
    if (problems.length > 0) return { result: { kind: 'refused', problems }, writes: [] };
    if (missing.length === 0) {
      return { result: { kind: 'linked', batchId: undefined, linked: 0 }, writes: [] };
    }
    const batchId = randomUUID();
    const persons = [...new Set(missing.map(({ personId }) => personId))];
    const names = persons.map(register.pseudonymOf).sort();
    const inserted = await queries.rows(insertBatch, [
      ...[batchId, system, missing.length, digestOf(register.pseudonymKey, system, links), names],
      ...[file?.sha256 ?? null, file?.issuedAt ?? null, file?.signedBy ?? null, by.subject, now],
    ]);
    await queries.rows(retireNumbers, [system, persons]);
    await queries.rows(insertNumbers, [
      system,
      missing.map(({ number }) => data.numberToken(system, number)),
      missing.map(({ number, personId }) => data.sealNumber(system, personId, number)),
      missing.map(({ personId }) => personId),
      ...[batchId, data.generation()],
    ]);
    return {
      result: { kind: 'linked', batchId, linked: missing.length },
      writes: inserted.map(({ row }) => ({ event: linkBatchTable.event, table: linkBatchTable.name, row, by })),
    };
  }

  return {
    link(system, call) {
      const data = createPersonalData(system.encryption);
      return register.change(system, (queries, _, now) => change(queries, data, call, now));
    },
  };
}

/** Links that are missing, and those that contradict what the index knows. Runs under the register's lock. */
async function compare(queries: Queries, data: PersonalData, system: string, links: readonly PersonLink[]) {
  const persons = await queries.rows(existingPersons, [links.map(({ personId }) => personId)]);
  const isPerson = new Set(persons.map(({ personId }) => personId));
  const tokens = new Map(links.map(({ number }) => [number, data.numberTokens(system, number)]));
  const held = await queries.rows(holders, [system, [...tokens.values()].flat()]);
  const holderOfToken = new Map(held.map(({ token, personId }) => [token, personId]));
  const holderOf = (number: string) =>
    tokens
      .get(number)
      ?.map((token) => holderOfToken.get(token))
      .find((holder) => holder !== undefined);
  const problems: PersonLinkProblem[] = [];
  const missing: PersonLink[] = [];
  for (const link of links) {
    const { index } = link;
    const holder = holderOf(link.number);
    if (!isPerson.has(link.personId)) {
      problems.push({ index, kind: 'UNKNOWN_PERSON', message: 'There is no person with this id.' });
    } else if (holder === undefined) {
      missing.push(link);
    } else if (holder !== link.personId) {
      problems.push({ index, kind: 'NUMBER_OF_ANOTHER', message: 'Another person has this number.' });
    }
  }
  return { problems, missing };
}

/**
 * Keyed digest of a call, in hexadecimal. It proves later which links a call contained. Keyed, because a reader of the log
 * who knows a person could otherwise try all numbers of a system.
 */
function digestOf({ secret }: PseudonymKey, system: string, links: readonly PersonLink[]): string {
  return createHmac('sha256', secret)
    .update('person-links\0')
    .update(JSON.stringify([system, links.map(({ personId, number }) => [personId, number])]))
    .digest('hex');
}
