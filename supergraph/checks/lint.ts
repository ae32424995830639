import { type ConstDirectiveNode, type DocumentNode, Kind } from 'graphql';
import { isCalendarDay } from '../../schema/values/calendarDay.ts';
import { type CheckContext, parsed } from './checkContext.ts';
import type { Draft, Level } from './finding.ts';
import { elementsOf, has, isRoot } from './guards/elements.ts';

interface Element {
  readonly kind: 'type' | 'field' | 'argument' | 'input field' | 'enum value';
  readonly coordinate: string;
  readonly name: string;
  readonly description: string | undefined;
  readonly directives: readonly ConstDirectiveNode[];
  /** Scalars are shared, and described by whoever declared them first. */
  readonly isScalar?: boolean;
}

/** Check 6: descriptions, names, and deprecations of what the publication adds. */
export function lintFindings({ document, previous, candidate }: CheckContext): readonly Draft[] {
  if (document === undefined || candidate === undefined) return [];
  const existing = new Map(listElements(parsed(previous?.sdl ?? '')).map((element) => [element.coordinate, element]));
  return listElements(document).flatMap((element) => {
    const was = existing.get(element.coordinate);
    const isNew = was === undefined;
    return [
      ...(isNew ? [...describedFindings(element), ...namedFindings(element)] : []),
      ...deprecationFindings(element, was),
    ];
  });
}

const lint = (level: Level, draft: Omit<Draft, 'level' | 'check'>): Draft => ({ ...draft, level, check: 'lint' });

function describedFindings({ kind, coordinate, description, directives, isScalar }: Element): readonly Draft[] {
  if ((kind !== 'type' && kind !== 'field') || isScalar) return [];
  if (description !== undefined && description.trim() !== '') return [];
  // Hidden keys are for the federation only. Types that others describe are extended without a text.
  if (has(directives, 'inaccessible') || isRoot(coordinate) || has(directives, 'key')) return [];
  return [
    lint('notice', {
      code: 'NO_DESCRIPTION',
      coordinate,
      message: `${coordinate} has no description.`,
      whatToDo: 'Say in one sentence what it is, with its unit or code system, and what null means.',
    }),
  ];
}

const FORMS = {
  type: [/^[A-Z][A-Za-z0-9]*$/, 'PascalCase'],
  field: [/^[a-z][A-Za-z0-9]*$/, 'camelCase'],
  argument: [/^[a-z][A-Za-z0-9]*$/, 'camelCase'],
  'input field': [/^[a-z][A-Za-z0-9]*$/, 'camelCase'],
  'enum value': [/^[A-Z][A-Z0-9_]*$/, 'capitals with underscores'],
} as const;

function namedFindings({ kind, name, coordinate }: Element): readonly Draft[] {
  const [form, formName] = FORMS[kind];
  // Reserved names are an error of the second check.
  if (form.test(name) || name.startsWith('_')) return [];
  return [
    lint('warning', {
      code: 'NAME_FORM',
      coordinate,
      message: `The ${kind} ${coordinate} is not written in ${formName}.`,
      whatToDo: 'Rename it now: later it would be a breaking change.',
    }),
  ];
}

function deprecationFindings({ coordinate, directives }: Element, was: Element | undefined): readonly Draft[] {
  const deprecated = directives.find(({ name }) => name.value === 'deprecated');
  if (deprecated === undefined || was?.directives.some(({ name }) => name.value === 'deprecated')) return [];
  const value = deprecated.arguments?.find(({ name }) => name.value === 'reason')?.value;
  const reason = value?.kind === Kind.STRING ? value.value.trim() : '';
  const day = reason.match(/\b\d{4}-\d{2}-\d{2}\b/)?.[0];
  if (reason === '') {
    return [
      lint('warning', {
        code: 'DEPRECATED_WITHOUT_REASON',
        coordinate,
        message: `${coordinate} is deprecated without a reason.`,
        whatToDo: 'Write what to use instead and until when: @deprecated(reason: "Use b. Ends 2027-06-30.")',
      }),
    ];
  }
  if (day !== undefined && isCalendarDay(day)) return [];
  return [
    lint('warning', {
      code: 'DEPRECATED_WITHOUT_END',
      coordinate,
      message: `${coordinate} is deprecated without an end date.`,
      whatToDo: 'Add the day to the reason, as in: @deprecated(reason: "Use b. Ends 2027-06-30.")',
    }),
  ];
}

function listElements(document: DocumentNode | undefined): readonly Element[] {
  return (document ? elementsOf(document) : []).flatMap(({ name, nodes, directives, kind }) => {
    const descriptions = nodes.map((node) => ('description' in node ? node.description?.value : undefined));
    const description = descriptions.find((text) => text !== undefined);
    const type: Element = {
      kind: 'type',
      coordinate: name,
      name,
      description,
      directives,
      isScalar: kind === 'Scalar',
    };
    return [type, ...nodes.flatMap((node) => membersOf(name, node))];
  });
}

function membersOf(type: string, node: ReturnType<typeof elementsOf>[number]['nodes'][number]): readonly Element[] {
  const member = (kind: Element['kind'], each: Member, coordinate: string): Element => ({
    kind,
    coordinate,
    name: each.name.value,
    description: each.description?.value,
    directives: each.directives ?? [],
  });
  if ('values' in node)
    return (node.values ?? []).map((value) => member('enum value', value, `${type}.${value.name.value}`));
  if (!('fields' in node)) return [];
  return (node.fields ?? []).flatMap((field) => {
    const coordinate = `${type}.${field.name.value}`;
    if (field.kind === Kind.INPUT_VALUE_DEFINITION) return [member('input field', field, coordinate)];
    const args = (field.arguments ?? []).map((each) => member('argument', each, `${coordinate}(${each.name.value}:)`));
    return [member('field', field, coordinate), ...args];
  });
}

interface Member {
  readonly name: { readonly value: string };
  readonly description?: { readonly value: string } | undefined;
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}
