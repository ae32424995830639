import { type ASTNode, type DirectiveNode, type DocumentNode, Kind, visit } from 'graphql';
import type { Problem } from './problem.ts';

/** Places where each tag that decides access is read. Anywhere else it would look like a guard and have no effect. */
const READ_ON: Readonly<Record<string, { readonly places: readonly TagLocation[]; readonly hint: string }>> = {
  public: {
    places: ['object type', 'field of an object type', 'argument'],
    hint: 'tag object types, their fields, or the arguments of those fields',
  },
  'hard-bar': { places: ['object type', 'field of an object type'], hint: 'tag object types or their fields' },
  filters: { places: ['argument'], hint: 'tag the argument of the field that takes it' },
};

type TagLocation = 'object type' | 'field of an object type' | 'argument' | 'elsewhere';

/** Finds tags that decide access in places where nothing reads them. One problem a place. */
export function checkTagPlaces(supergraph: DocumentNode): readonly Problem[] {
  const problems: Problem[] = [];
  const names: string[] = [];
  let parents: readonly ASTNode['kind'][] = [];

  function enter(node: ASTNode): void {
    if (!('name' in node) || node.name?.kind !== Kind.NAME || !('directives' in node)) return;
    names.push(node.name.value);
    parents = [...parents, node.kind];
    const place = locationOf(parents);
    for (const tag of (node.directives ?? []).flatMap(tagIn)) {
      const rule = READ_ON[tag.startsWith('filters') ? 'filters' : tag];
      if (rule !== undefined && !rule.places.includes(place)) {
        const coordinate = names.join('.');
        problems.push({
          code: 'TAG_NOT_READ',
          coordinate,
          message: `${coordinate} is tagged "${tag}", which is not read there:`,
          whatToDo: `${rule.hint}.`,
        });
      }
    }
  }

  visit(supergraph, {
    enter,
    leave(node) {
      if (!('name' in node) || node.name?.kind !== Kind.NAME || !('directives' in node)) return;
      names.pop();
      parents = parents.slice(0, -1);
    },
  });
  return problems;
}

function locationOf(kinds: readonly ASTNode['kind'][]): TagLocation {
  switch (kinds.join(' ')) {
    case Kind.OBJECT_TYPE_DEFINITION:
      return 'object type';
    case `${Kind.OBJECT_TYPE_DEFINITION} ${Kind.FIELD_DEFINITION}`:
      return 'field of an object type';
    case `${Kind.OBJECT_TYPE_DEFINITION} ${Kind.FIELD_DEFINITION} ${Kind.INPUT_VALUE_DEFINITION}`:
      return 'argument';
    default:
      return 'elsewhere';
  }
}

function tagIn(directive: DirectiveNode): readonly string[] {
  const value = directive.arguments?.find(({ name }) => name.value === 'name')?.value;
  return directive.name.value === 'tag' && value?.kind === Kind.STRING ? [value.value] : [];
}
