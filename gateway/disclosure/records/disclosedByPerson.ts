import type { DisclosedObject, DisclosureScope } from '../../model/disclosure.ts';
import type { EngineResponse } from '../../model/engineResponse.ts';
import type { RecordTemplates } from './recordTemplates.ts';

/** Disclosed objects of one response, by the record that they go into. */
export interface DisclosedByPerson {
  /** By person id, in the order of the response. */
  readonly persons: ReadonlyMap<string, readonly DisclosedObject[]>;
  /** Objects that are about no person, as far as they show a value. */
  readonly nobody: readonly DisclosedObject[];
}

/**
 * Groups what a response discloses by person. Throws when it shows a person without an id: that cannot be recorded, so
 * the response must not be sent.
 *
 * @param readsLog whether the operation reads the log: then everything that is about no person counts
 */
export function disclosedByPerson(
  response: EngineResponse,
  scopes: readonly DisclosureScope[] | undefined,
  templates: Pick<RecordTemplates, 'showsOwnData'>,
  readsLog: boolean,
): DisclosedByPerson {
  const persons = new Map<string, DisclosedObject[]>();
  const nobody: DisclosedObject[] = [];
  for (const one of disclosedIn(response)) {
    if (scopes?.[one.scope]?.kind !== 'person') {
      if (templates.showsOwnData(one) || (readsLog && showsAnything(one))) nobody.push(one);
    } else if (one.personId !== undefined) {
      const objects = persons.get(one.personId);
      if (objects === undefined) persons.set(one.personId, [one]);
      else objects.push(one);
    } else if (showsAnything(one)) {
      throw new Error('The response shows a person whose id is unknown, so it cannot be recorded.');
    }
  }
  return { persons, nobody };
}

function disclosedIn({ data, disclosed }: EngineResponse): readonly DisclosedObject[] {
  if (disclosed !== undefined) return disclosed;
  // Without data nothing is disclosed. With data, the gateway is set up wrongly, and nothing may leave it.
  if (data === undefined) return [];
  throw new Error('The engine did not report what its response discloses. Wrap it with trackDisclosures.');
}

/** True if an object has a field that is not empty. */
function showsAnything({ bits }: DisclosedObject): boolean {
  return bits.some((word, index) => index % 2 === 0 && word !== 0);
}
