import type { PersonMatch, TraitsInput } from '../../../schema/generated/identity.ts';
import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import { PublicError } from '../../kit/errors/publicError.ts';
import { blockingKeys } from '../linkage/blocking/blockingRules.ts';
import type { Decider, PairDecision } from '../linkage/decide/decide.ts';
import type { IndexDecider } from '../linkage/decide/indexDecider.ts';
import type { ScoredRecord } from '../linkage/model/compileScorer.ts';
import type { LinkageModel } from '../linkage/model/linkageModel.ts';
import { normalize, todayDigits } from '../linkage/normalize/normalize.ts';
import type { NormalizedRecord } from '../linkage/normalize/normalizedRecord.ts';
import type { IdentityContext } from '../loaders.ts';
import { createPersonalData } from '../personalData/personalData.ts';
import { personKeyById } from '../personKeys.ts';
import type { PersonRecord } from '../records.ts';
import { findCandidates, readCompared, searchTokensOf } from './candidates.ts';
import { publicExplanation } from './explanation.ts';
import { readTraits } from './recordInput.ts';
import type { SearchLimit } from './searchLimit.ts';

const MAX_RESULTS = 20;

const personsOfRecords = statement<{ readonly recordId: string; readonly personId: string }>(
  'identity.personsOfRecords',
  `select r.record_id::text as "recordId", n.person_id::text as "personId"
   from source_record r join system_number n on n.system = r.system and n.token = r.number_token
   where r.record_id = any($1::bigint[])`,
);

interface Found extends PairDecision {
  readonly id: string;
  readonly record: ScoredRecord;
}

export type Match = Omit<PersonMatch, 'person'> & { readonly person: PersonRecord };

/**
 * Persons of whom a record with these traits may be, by their best record, the likeliest first. Throws BAD_USER_INPUT if
 * the traits say too little, and FORBIDDEN if the caller has searched too often.
 */
export async function matchPersons(
  { traits, first }: { readonly traits: TraitsInput; readonly first: number },
  { grant, system, loaders }: Pick<IdentityContext, 'grant' | 'system' | 'loaders'>,
  { deciders, limit }: { readonly deciders: IndexDecider; readonly limit: SearchLimit },
): Promise<readonly Match[]> {
  const now = system.clock();
  if (!Number.isInteger(first) || first < 1 || first > MAX_RESULTS) {
    throw new PublicError('BAD_USER_INPUT', `first must be from 1 to ${MAX_RESULTS}.`);
  }
  const today = todayDigits(now);
  const normalized = normalize(readTraits(traits), today);
  requireEvidence(normalized);
  limit.count(grant, now);
  const { database } = system;
  const data = createPersonalData(system.encryption);
  const decider = await deciders.current(database, now);
  const record = decider.scorer.prepare(normalized);
  const [ids = []] = await findCandidates(database, [searchTokensOf(data, blockingKeys(normalized))]);
  const compared = await readCompared(database, data, ids, today);
  const found = [...compared].map(([id, other]): Found => {
    const scored = decider.scorer.prepare(other);
    return { id, record: scored, ...decider.decide(record, scored) };
  });
  const best = (
    await bestByPerson(
      database,
      found.filter(({ decision }) => decision !== 'NEW'),
    )
  ).slice(0, first);
  const persons = await Promise.all(best.map(({ personId }) => loadPerson(personId, loaders)));
  return best.flatMap(({ found: { record: other, weight, decision } }, at) => {
    const person = persons[at];
    if (person == null) return [];
    const explanation = publicExplanation(decider.explain(record, other));
    return [{ person, decision, probability: probabilityOf(weight, decider, deciders.model), explanation }];
  });
}

/** Nobody lists persons by a name alone: common names would find hundreds. */
function requireEvidence({ given, family, birthText, ssnLast4, streetName, phone }: NormalizedRecord): void {
  const hasName = given !== null || family !== null;
  if (hasName && (birthText !== null || ssnLast4 !== null || streetName !== null || phone !== null)) return;
  throw new PublicError(
    'BAD_USER_INPUT',
    'Send a name and at least one of birthDate, ssn, street, and phone. Placeholders, such as 000-00-0000, do not count.',
  );
}

async function bestByPerson(queries: Queries, found: readonly Found[]) {
  if (found.length === 0) return [];
  const rows = await queries.rows(personsOfRecords, [found.map(({ id }) => id)]);
  const personOf = new Map(rows.map(({ recordId, personId }) => [recordId, personId]));
  const best = new Map<string, { readonly personId: string; readonly found: Found }>();
  for (const each of found) {
    const personId = personOf.get(each.id);
    if (personId === undefined || (best.get(personId)?.found.weight ?? Number.NEGATIVE_INFINITY) >= each.weight)
      continue;
    best.set(personId, { personId, found: each });
  }
  return [...best.values()].sort((a, b) => b.found.weight - a.found.weight || (a.personId < b.personId ? -1 : 1));
}

async function loadPerson(id: string, loaders: IdentityContext['loaders']): Promise<PersonRecord | null> {
  const key = personKeyById(id);
  return key === null ? null : loaders.person.load(key);
}

/** The odds of two records among those of the index, times the evidence. Each doubling of the index halves the odds. */
function probabilityOf(weight: number, { scorer }: Decider, trained: LinkageModel): number {
  const doublings = scorer.model.thresholds.join - trained.thresholds.join;
  const bits = weight + Math.log2(trained.prior / (1 - trained.prior)) - doublings;
  return 1 / (1 + 2 ** -bits);
}
