import { PERSON_INDEX } from '../../../schema/persons/personKeys.ts';
import { PERSON_TYPE } from '../../read/policyTable.ts';
import { type CheckContext, parsed } from '../checkContext.ts';
import type { Draft } from '../finding.ts';
import { elementsOf, has, isRoot } from './elements.ts';
import { guardError } from './publicationContext.ts';

/** Systems without which no gateway can decide, record, or learn anything. */
const INFRASTRUCTURE: readonly string[] = [PERSON_INDEX, 'emou', 'audit', 'registry'];

/** What a retirement takes from others: the product's own systems, and types that others extend. */
export function retirementFindings({ subgraph, previous, others }: CheckContext): readonly Draft[] {
  if (INFRASTRUCTURE.includes(subgraph)) {
    return [
      guardError({
        code: 'NOT_RETIRABLE',
        coordinate: subgraph,
        message: `${subgraph} is part of the product: without it no gateway can decide or record anything.`,
        whatToDo: 'Publish a new version of it instead.',
      }),
    ];
  }
  const document = parsed(previous?.sdl ?? '');
  const joined = (document ? elementsOf(document) : []).filter(
    ({ name, directives }) => name !== PERSON_TYPE && !isRoot(name) && has(directives, 'key'),
  );
  return joined.flatMap(({ name }) => {
    const extending = others.filter(({ sdl }) => {
      const other = parsed(sdl);
      return other !== undefined && elementsOf(other).some((type) => type.name === name);
    });
    if (extending.length === 0) return [];
    const names = extending.map((each) => each.subgraph).join(', ');
    return [
      guardError({
        code: 'EXTENDED_BY_OTHERS',
        coordinate: name,
        acceptable: true,
        detail: names,
        message: `${names} extends the type ${name} of ${subgraph}.`,
        whatToDo: `Ask the owners of ${names} to remove their fields of ${name} first.`,
        secondPerson: `${names} extends the type ${name} of ${subgraph}.`,
      }),
    ];
  });
}
