import { type DocumentNode, Kind } from 'graphql';
import { parsed } from '../checkContext.ts';
import type { Draft } from '../finding.ts';
import { elementsOf, type FieldElement, has, isRoot, type TypeElement, textOf, valuesOf } from './elements.ts';
import { guardError, type PublicationContext } from './publicationContext.ts';

interface OwnedType extends TypeElement {
  readonly subgraph: string;
}

/**
 * What belongs to other subgraphs: their types, and the fields of types that several extend. Scalars are shared, and so
 * are types that are declared alike everywhere.
 */
export function takeoverFindings(context: PublicationContext, document: DocumentNode): readonly Draft[] {
  const { others, previous, subgraph } = context;
  const owned = new Map<string, OwnedType[]>();
  for (const publication of others) {
    for (const type of elementsOf(parsed(publication.sdl) ?? EMPTY)) {
      const same = owned.get(type.name) ?? [];
      owned.set(type.name, same);
      same.push({ ...type, subgraph: publication.subgraph });
    }
  }
  const own = new Map(elementsOf(parsed(previous?.sdl ?? '') ?? EMPTY).map((type) => [type.name, type]));
  return elementsOf(document).flatMap((type) => {
    const theirs = owned.get(type.name) ?? [];
    return [...overrides(type, context), ...(theirs.length === 0 ? [] : findingsOf(type, theirs))];
  });

  function findingsOf(type: TypeElement, theirs: readonly OwnedType[]): readonly Draft[] {
    if (type.kind === 'Scalar' && theirs.every(({ kind }) => kind === 'Scalar')) return [];
    if (isRoot(type.name) || isExtension(type, theirs)) return sharedFields(type, theirs);
    const text = textOf(type);
    const different = theirs.filter((their) => textOf(their) !== text);
    if (different.length === 0) return [];
    const names = different.map((their) => their.subgraph).join(', ');
    return [
      guardError({
        code: 'TYPE_OF_ANOTHER',
        coordinate: type.name,
        // Both had it before: a change that both agencies may want.
        acceptable: own.has(type.name),
        message: `The type ${type.name} belongs to ${names}, and ${subgraph} declares it differently.`,
        whatToDo: 'Rename your type, or declare it exactly as its owner does.',
        ...(own.has(type.name) && { secondPerson: `${type.name} changes in ${subgraph}, but not in ${names}.` }),
      }),
    ];
  }

  function sharedFields(type: TypeElement, theirs: readonly OwnedType[]): readonly Draft[] {
    const keys = keyFieldsOf(type);
    return type.fields.flatMap((field): readonly Draft[] => {
      const { name, coordinate, node } = field;
      if (has(node.directives, 'external') || keys.has(name)) return [];
      const owner = theirs.find((their) => resolves(their, name));
      if (owner === undefined) return [];
      return [
        guardError({
          code: 'FIELD_OF_ANOTHER',
          coordinate,
          message: `${coordinate} belongs to ${owner.subgraph}.`,
          whatToDo: isRoot(type.name)
            ? `Give your field a name of its own, such as ${subgraph}${upperFirst(name)}.`
            : 'Give your field a name of its own, or refer to theirs with @external.',
        }),
      ];
    });
  }
}

const EMPTY: DocumentNode = { kind: Kind.DOCUMENT, definitions: [] };

/** An override takes a field from the subgraph that resolves it. Between systems of one agency it is a move. */
function overrides(type: TypeElement, { others, candidate }: PublicationContext): readonly Draft[] {
  return type.fields.flatMap(({ node, coordinate }) =>
    valuesOf(node.directives ?? [], 'override', 'from').flatMap((from): readonly Draft[] => {
      const owner = others.find((publication) => publication.subgraph === from)?.datasets.owner;
      if (owner === undefined || owner === candidate.datasets.owner) return [];
      return [
        guardError({
          code: 'OVERRIDE_OF_ANOTHER',
          coordinate,
          message: `@override takes ${coordinate} from ${from}, which belongs to ${owner}.`,
          whatToDo: `Ask ${owner} to remove the field from ${from} first, or give yours another name.`,
        }),
      ];
    }),
  );
}

/** True for a type that is joined by a key: every subgraph adds its own fields to it. */
function isExtension(type: TypeElement, theirs: readonly OwnedType[]): boolean {
  const isJoined = ({ directives, kind }: TypeElement) =>
    has(directives, 'key') && (kind === 'Object' || kind === 'Interface');
  const areAlike = theirs.every(({ kind }) => kind === type.kind) || has(type.directives, 'interfaceObject');
  return areAlike && isJoined(type) && theirs.some(isJoined);
}

function resolves({ fields, directives, kind }: OwnedType, name: string): boolean {
  const field: FieldElement | undefined = fields.find((each) => each.name === name);
  if (field === undefined || kind === 'Interface') return field !== undefined;
  return ![directives, field.node.directives].some((each) => has(each, 'shareable') || has(each, 'external'));
}

/** Top-level fields of every key. */
function keyFieldsOf({ directives }: TypeElement): ReadonlySet<string> {
  const names = new Set<string>();
  for (const fields of valuesOf(directives, 'key', 'fields')) {
    for (const name of fields.replaceAll(/\{[^}]*\}/g, ' ').match(/\w+/g) ?? []) names.add(name);
  }
  return names;
}

function upperFirst(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
