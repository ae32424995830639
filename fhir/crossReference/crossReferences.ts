import type { Parameters, ParametersParameter } from 'fhir/r4.js';
import type { AskGraph } from '../graph/askGraph.ts';
import { OWN_NUMBERS, PERSON_BY_ID, PERSON_OF_NUMBER } from '../graph/documents.ts';
import { requireShown } from '../outcome/explainFailure.ts';
import type { IdentifierSystems } from '../patient/identifierSystems.ts';
import { type CrossReferenceRequest, type Domain, sourceNotFound } from './readCrossReference.ts';

interface Identifier {
  readonly domain: Domain;
  readonly value: string;
}

/**
 * Response to Patient/$ihe-pix: the other identifiers of a person (IHE PIXm, ITI-83). A requester only ever sees the
 * index's own id and the numbers of its agency's own systems; any other system is one that is not found.
 */
export async function crossReferences(
  ask: AskGraph,
  { source, targets }: CrossReferenceRequest,
  systems: IdentifierSystems,
): Promise<Parameters> {
  const personId = source.kind === 'person' ? await knownPerson(ask, source.value) : await personOfNumber(ask, source);
  if (personId === undefined) throw sourceNotFound();
  const own = await ask(OWN_NUMBERS, { personId });
  requireShown(own, 'ownNumbers');
  const numbers = (own.data?.ownNumbers ?? []).flatMap(({ system, number }): Identifier[] =>
    system === null || number === null ? [] : [{ domain: { kind: 'system', system }, value: number }],
  );
  const all: readonly Identifier[] = [{ domain: { kind: 'person' }, value: personId }, ...numbers];
  const wanted = all
    .filter(({ domain }) => targets.length === 0 || targets.some((target) => isSame(target, domain)))
    .filter(({ domain, value }) => !(isSame(domain, source) && value === source.value));
  return { resourceType: 'Parameters', parameter: [...wanted.map(targetOf), ...referenceTo(personId)] };

  function targetOf({ domain, value }: Identifier): ParametersParameter {
    const system = domain.kind === 'person' ? systems.person : systems.of(domain.system);
    return { name: 'targetIdentifier', valueIdentifier: { system, value } };
  }
  function referenceTo(id: string): ParametersParameter[] {
    const wantsPerson = targets.length === 0 || targets.some(({ kind }) => kind === 'person');
    return wantsPerson ? [{ name: 'targetId', valueReference: { reference: `Patient/${id}` } }] : [];
  }
}

async function personOfNumber(ask: AskGraph, source: CrossReferenceRequest['source']): Promise<string | undefined> {
  if (source.kind === 'person') return undefined;
  const answer = await ask(PERSON_OF_NUMBER, { system: source.system, number: source.value });
  requireShown(answer, 'personOfNumber');
  return answer.data?.personOfNumber?.id;
}

/** The id as the index writes it now: one that was replaced is that of the surviving person. */
async function knownPerson(ask: AskGraph, id: string): Promise<string | undefined> {
  const answer = await ask(PERSON_BY_ID, { id });
  requireShown(answer, 'person');
  return answer.data?.person?.id;
}

function isSame(one: Domain, other: Domain): boolean {
  return one.kind === 'system' && other.kind === 'system' ? one.system === other.system : one.kind === other.kind;
}
