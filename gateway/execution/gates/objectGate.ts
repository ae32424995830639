import { type GraphQLSchema, isObjectType } from 'graphql';
import { PERSON_ID_KEY } from '../../documents/hiddenKeys.ts';
import type { FieldRule } from '../../model/fieldAccess.ts';
import type { PersonFacts } from '../../model/personFacts.ts';
import type { EngineOperation } from '../contract/engine.ts';
import { selectRule } from './selectRule.ts';

/** Follows persons and left-out objects on the way into the merged data. */
export interface ObjectGate {
  /**
   * The person whose data stands in a value, or 'left out' for an object that the requester may not know about.
   *
   * @param outerId the person in whose data the value stands
   * @param missing gets the persons of whom a fact was needed that is not known yet; until then they count as left out
   */
  enter(
    value: unknown,
    outerId: string | undefined,
    persons: PersonFacts | undefined,
    missing: Set<string>,
  ): { readonly personId: string | undefined } | 'left out';
}

/** Undefined when no object of the operation is left out because of a person. */
export function createObjectGate(
  schema: GraphQLSchema,
  { objectAccessOf, personType }: Pick<EngineOperation, 'objectAccessOf' | 'personType'>,
): ObjectGate | undefined {
  if (objectAccessOf === undefined) return undefined;
  const rulesByType = new Map<string, readonly FieldRule[]>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const access = objectAccessOf(type.name, true);
    if (access.kind === 'rules') rulesByType.set(type.name, access.rules);
  }
  if (rulesByType.size === 0) return undefined;
  return {
    enter(value, outerId, persons, missing) {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return { personId: outerId };
      const id = readOwnKey(value, PERSON_ID_KEY);
      // Where only persons can stand, their ids are requested and not the name of their type.
      const typename = id === undefined ? readOwnKey(value, '__typename') : personType;
      const isPerson = personType !== undefined && typename === personType;
      const personId = !isPerson ? outerId : typeof id === 'string' ? id : undefined;
      const rules = rulesByType.get(String(typename));
      if (rules === undefined || selectRule(rules, { persons, personId, missing }) !== undefined) return { personId };
      return 'left out';
    },
  };
}

function readOwnKey(value: object, key: string): unknown {
  return Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined; // an own key, as just checked
}
