import type { FetchNode } from '@apollo/query-planner';
import { Kind, type SelectionNode } from 'graphql';
import { type EngineOperation, type PersonFacts, personIdKey, type TreatmentWay } from '../engine.ts';
import { selectionOfFetch } from './fetchSelection.ts';
import { type JsonObject, ownReader } from './json.ts';

/** Keeps persons who do not meet what every asked field asks for out of a fetch: their representation is left out. */
export interface PersonGate {
  /** Learns what is missing about the persons among the targets; undefined when nothing is. */
  learn(targets: readonly JsonObject[], persons: PersonFacts | undefined): Promise<void> | undefined;
  lets(target: JsonObject, persons: PersonFacts | undefined): boolean;
}

/** Undefined when some field that the fetch asks of a person is open without conditions, or it asks of no person. */
export function compilePersonGate(
  fetch: FetchNode,
  { personType, waysOf }: Pick<EngineOperation, 'personType' | 'waysOf'>,
): PersonGate | undefined {
  if (personType === undefined || fetch.requires === undefined) return undefined;
  const ways: TreatmentWay[] = [];
  for (const name of personFields(selectionOfFetch(fetch).selectionSet.selections, personType)) {
    const ofField = waysOf(personType, name);
    if (ofField === undefined || ofField.some(({ when }) => when.some((all) => all.length === 0))) return undefined;
    ways.push(...ofField);
  }
  if (ways.length === 0) return undefined;
  const facts = [...new Set(ways.flatMap(({ when }) => when.flat()))];
  const readId = ownReader(personIdKey);
  const readTypename = ownReader('__typename');
  return {
    learn(targets, persons) {
      if (persons === undefined) return undefined;
      const unlearned = new Set<string>();
      for (const target of targets) {
        const id = readId(target);
        if (typeof id === 'string' && facts.some((fact) => persons.holds(id, fact) === undefined)) unlearned.add(id);
      }
      return unlearned.size === 0 ? undefined : persons.learn([...unlearned]);
    },
    lets(target, persons) {
      if (readTypename(target) !== personType) return true;
      const id = readId(target);
      if (persons === undefined || typeof id !== 'string') return false;
      return ways.some(({ when }) => when.some((all) => all.every((fact) => persons.holds(id, fact) === true)));
    },
  };
}

/** Fields asked of persons; keys that only link are not data. */
function personFields(selections: readonly SelectionNode[], personType: string): readonly string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return selection.name.value === '__typename' ? [] : [selection.name.value];
    if (selection.kind === Kind.FRAGMENT_SPREAD) return ['a named fragment'];
    const condition = selection.typeCondition?.name.value;
    return condition === undefined || condition === personType
      ? personFields(selection.selectionSet.selections, personType)
      : [];
  });
}
