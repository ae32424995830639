import { type DocumentNode, Kind, visit } from 'graphql';
import { parsed } from '../checkContext.ts';
import type { Draft } from '../finding.ts';
import { elementsOf } from './elements.ts';
import { guardError, type PublicationContext } from './publicationContext.ts';

/** Names that programs take for something else, and names that people take for another one. */
export function nameFindings(
  { locations, others, previous }: PublicationContext,
  document: DocumentNode,
): readonly Draft[] {
  const drafts: Draft[] = [];
  visit(document, {
    enter(node) {
      if (node.kind !== Kind.NAME || !isReserved(node.value)) return;
      drafts.push(
        guardError({
          code: 'RESERVED_NAME',
          coordinate: node.value,
          message: `The name ${node.value} is reserved: GraphQL, the gateway, or JavaScript gives it another meaning.`,
          whatToDo: 'Choose another name.',
          location: locations.ofNode(node),
        }),
      );
    },
    Directive: () => false,
  });
  return [...drafts, ...lookalikes()];

  /** Compares new names with those of the same scope: types with types, fields with fields of the same type. */
  function lookalikes(): readonly Draft[] {
    const existing = new Map<string, string>();
    const isNew = (coordinate: string) => !existingCoordinates.has(coordinate);
    const existingCoordinates = new Set<string>();
    for (const { sdl } of previous === undefined ? others : [...others, previous]) {
      for (const coordinate of coordinatesOf(parsed(sdl))) existingCoordinates.add(coordinate);
    }
    for (const coordinate of existingCoordinates) existing.set(skeletonOf(coordinate), coordinate);
    return coordinatesOf(document)
      .filter(isNew)
      .flatMap((coordinate): readonly Draft[] => {
        const other = existing.get(skeletonOf(coordinate));
        existing.set(skeletonOf(coordinate), coordinate);
        if (other === undefined || other === coordinate) return [];
        return [
          {
            code: 'LOOKALIKE_NAME',
            level: 'warning',
            check: 'guards',
            coordinate,
            detail: other,
            message: `${coordinate} looks like ${other}.`,
            whatToDo: 'Choose a name that nobody confuses with it.',
            secondPerson: `${coordinate} looks like ${other}.`,
          },
        ];
      });
  }
}

function coordinatesOf(document: DocumentNode | undefined): readonly string[] {
  return (document ? elementsOf(document) : []).flatMap(({ name, fields }) => [
    name,
    ...fields.map(({ coordinate }) => coordinate),
  ]);
}

/** Letters and digits that look alike in many fonts become one. */
function skeletonOf(name: string): string {
  return name
    .replaceAll(/[Il1|]/g, 'l')
    .replaceAll(/[O0]/g, 'o')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll(/_+/g, '_')
    .toLowerCase();
}

/** `_` begins the names of the federation and the gateway. */
function isReserved(name: string): boolean {
  return name.startsWith('_') || name in Object.prototype;
}
