import { type DocumentNode, print } from 'graphql';
import { PERSON_INDEX } from '../../../schema/persons/personKeys.ts';
import { PERSON_TYPE } from '../../read/policyTable.ts';
import { parsed } from '../checkContext.ts';
import type { Draft } from '../finding.ts';
import { elementsOf, has, type TypeElement, valuesOf } from './elements.ts';
import { guardError, type PublicationContext } from './publicationContext.ts';

/**
 * The number by which a system knows a person: its own, hidden from clients, and declared. Attack: a system that joins
 * by another one's number would be sent that number for every person.
 */
export function personKeyFindings(
  { candidate, subgraph, others, previous }: PublicationContext,
  document: DocumentNode,
): readonly Draft[] {
  const { personKey } = candidate;
  const person = personIn(document);
  const keys = person ? valuesOf(person.directives, 'key', 'fields') : [];
  // The person index has all of them, and systems of its owner join by the state-wide id.
  const index = others.find((publication) => publication.subgraph === PERSON_INDEX);
  const isInfrastructure = subgraph === PERSON_INDEX || index?.datasets.owner === candidate.datasets.owner;
  if (isInfrastructure) return [];
  const drafts: Draft[] = [];
  const at = (name: string) => ({ coordinate: `${PERSON_TYPE}.${name}` });
  const owners = ownersOfKeys(others);
  const before = undeclaredKeys(previous);
  for (const key of new Set([...keys, ...(personKey === undefined ? [] : [personKey])])) {
    const owner = owners.get(key);
    if (owner !== undefined) {
      drafts.push(
        guardError({
          code: 'KEY_OF_ANOTHER',
          ...at(key),
          message: `Person.${key} is the number of ${owner}: ${subgraph} would be sent it for every person.`,
          whatToDo: `Join by a number of your own, and name it as personKey, such as ${subgraph}ClientId.`,
        }),
      );
    } else if (key !== personKey && !before.includes(key)) {
      drafts.push(
        guardError({
          code: 'KEY_NOT_PUBLISHED',
          ...at(key),
          message: `Person has the key "${key}", but the publication does not name it as its personKey.`,
          whatToDo: `Publish with personKey: ${key}, so that the person index resolves it.`,
        }),
      );
    }
  }
  if (personKey === undefined) return drafts;
  if (!keys.includes(personKey)) {
    drafts.push(
      guardError({
        code: 'KEY_NOT_DECLARED',
        coordinate: PERSON_TYPE,
        detail: personKey,
        message: `The publication names the personKey ${personKey}, but its Person has no @key(fields: "${personKey}").`,
        whatToDo: `Declare: type Person @key(fields: "${personKey}") { ${personKey}: ID @inaccessible }`,
      }),
    );
  }
  const field = person?.fields.find(({ name }) => name === personKey)?.node;
  if (field !== undefined && (!has(field.directives, 'inaccessible') || print(field.type) !== 'ID')) {
    drafts.push(
      guardError({
        code: 'KEY_NOT_HIDDEN',
        ...at(personKey),
        message: `Person.${personKey} is not declared as a hidden ID, so the index's declaration would contradict it or clients would see it.`,
        whatToDo: `Declare it as: ${personKey}: ID @inaccessible`,
      }),
    );
  }
  return drafts;
}

/** Systems that were there before agencies published have keys that no publication names. */
function undeclaredKeys(previous: PublicationContext['previous']): readonly string[] {
  const person = previous?.personKey === undefined ? personIn(parsed(previous?.sdl ?? '')) : undefined;
  return person ? valuesOf(person.directives, 'key', 'fields') : [];
}

/** Names of the subgraphs by the field of Person that is theirs: their number, or any other field. */
function ownersOfKeys(others: PublicationContext['others']): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  for (const { subgraph, sdl, personKey } of others) {
    const person = personIn(parsed(sdl));
    for (const { name, node } of person?.fields ?? []) {
      // The index declares every number, hidden. A number without a system belongs to whoever publishes it.
      if (subgraph === PERSON_INDEX && has(node.directives, 'inaccessible')) continue;
      if (!owners.has(name)) owners.set(name, subgraph);
    }
    if (personKey !== undefined && !owners.has(personKey)) owners.set(personKey, subgraph);
  }
  return owners;
}

function personIn(document: DocumentNode | undefined): TypeElement | undefined {
  return document && elementsOf(document).find(({ name }) => name === PERSON_TYPE);
}
