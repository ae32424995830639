import { type DocumentNode, Kind, type TypeNode } from 'graphql';
import { parsed } from '../checkContext.ts';
import type { Draft } from '../finding.ts';
import { elementsOf, type FieldElement } from './elements.ts';
import { guardError, type PublicationContext } from './publicationContext.ts';

/**
 * Fields that a law bars: a bar stays as long as the field does, whoever accepts what. If a barred field goes, a new
 * field of the same type may be the same data under another name.
 */
export function hardBarFindings(
  { candidate, previous, subgraph }: PublicationContext,
  document: DocumentNode,
): readonly Draft[] {
  const drafts: Draft[] = [];
  const fields = fieldsOf(document);
  const old = fieldsOf(previous && parsed(previous.sdl));
  const barred = new Map((previous?.datasets.neverOpen ?? []).map((bar) => [bar.field, bar]));
  const stillBarred = new Set(candidate.datasets.neverOpen.map(({ field }) => field));
  for (const { field: coordinate, law } of barred.values()) {
    const field = fields.get(coordinate);
    if (field === undefined) {
      drafts.push(...possibleNewNames(coordinate, law));
      continue;
    }
    const gone = [
      ...(isTagged(field) ? [] : ['the tag hard-bar']),
      ...(stillBarred.has(coordinate) ? [] : ['its entry under neverOpen']),
    ];
    if (gone.length === 0) continue;
    drafts.push(
      guardError({
        code: 'HARD_BAR_LOOSENED',
        coordinate,
        message: `${coordinate} is barred by ${law}, and the publication removes ${gone.join(' and ')}.`,
        whatToDo: 'Put it back: no approval and no second person can open what a law bars.',
      }),
    );
  }
  for (const { field: coordinate } of candidate.datasets.neverOpen) {
    if (fields.has(coordinate) || barred.has(coordinate)) continue;
    drafts.push(
      guardError({
        code: 'BAR_OF_ANOTHER',
        coordinate,
        message: `The datasets of ${subgraph} bar ${coordinate}, which is not a field of ${subgraph}.`,
        whatToDo: 'Correct the coordinate under neverOpen.',
      }),
    );
  }
  return drafts;

  function possibleNewNames(coordinate: string, law: string): readonly Draft[] {
    const gone = old.get(coordinate);
    const heirs = [...fields.values()].filter(
      (field) =>
        !old.has(field.coordinate) &&
        !stillBarred.has(field.coordinate) &&
        gone !== undefined &&
        namedType(field.node.type) === namedType(gone.node.type),
    );
    if (heirs.length === 0) {
      return [
        {
          code: 'BARRED_FIELD_REMOVED',
          level: 'warning',
          check: 'guards',
          coordinate,
          message: `${coordinate}, which ${law} bars, is removed together with its bar.`,
          whatToDo: 'Make sure that no other field shows the same data.',
          secondPerson: `The bar of ${coordinate} goes with the field.`,
        },
      ];
    }
    const [heir] = heirs;
    return [
      guardError({
        code: 'HARD_BAR_MOVED',
        acceptable: true,
        coordinate: heir?.coordinate ?? coordinate,
        detail: coordinate,
        message: `${coordinate}, which ${law} bars, is removed, and ${heirs.map((field) => field.coordinate).join(', ')} of the same type is added without a bar.`,
        whatToDo: 'If it is the same data, bar the new field too. If not, have a second person accept it.',
        secondPerson: `${coordinate} is removed with its bar, and a field of the same type is added without one.`,
      }),
    ];
  }
}

function fieldsOf(document: DocumentNode | undefined): ReadonlyMap<string, FieldElement> {
  return new Map((document ? elementsOf(document) : []).flatMap(({ fields }) => fields.map((f) => [f.coordinate, f])));
}

function isTagged({ node, typeTags }: FieldElement): boolean {
  const own = (node.directives ?? []).flatMap(({ name, arguments: given = [] }) =>
    name.value === 'tag' ? given.map(({ value }) => (value.kind === Kind.STRING ? value.value : '')) : [],
  );
  return own.includes('hard-bar') || typeTags.includes('hard-bar');
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
