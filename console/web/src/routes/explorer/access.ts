import type { ExplainedField, Path } from '@person360/client';

/** What a field would show, for one purpose. */
export type Access =
  | { readonly kind: 'open' }
  | { readonly kind: 'masked'; readonly masks: readonly string[] }
  /** Alternatives: all conditions of any one of them open the field. */
  | { readonly kind: 'condition'; readonly anyOf: readonly (readonly string[])[]; readonly masks: readonly string[] }
  | {
      readonly kind: 'denied';
      readonly reason: string;
      readonly owners: readonly string[];
      readonly message: string | undefined;
      /** Path of a closed field above this one. */
      readonly above: string | undefined;
    };

export interface FieldRow {
  /** Without positions of lists: `person.household.members`. */
  readonly path: string;
  readonly coordinate: string;
  readonly depth: number;
  /** One for each purpose, in the order of the purposes. */
  readonly access: readonly Access[];
}

export function pathOf(path: Path): string {
  return path.filter((part) => part !== '@').join('.');
}

/** The fields of an operation, each with what the purposes would show, in the order of the operation. */
export function fieldRows(explained: readonly (readonly ExplainedField[])[]): readonly FieldRow[] {
  const byPurpose = explained.map((fields) => new Map(fields.map((field) => [pathOf(field.path), field] as const)));
  const [longest = []] = [...explained].sort((a, b) => b.length - a.length);
  const coordinates = new Map(explained.flat().map((field) => [pathOf(field.path), field.coordinate]));
  const order = [...new Set([...longest.map(({ path }) => pathOf(path)), ...coordinates.keys()])];
  return order.map((path) => ({
    path,
    coordinate: coordinates.get(path) ?? '',
    depth: path.split('.').length - 1,
    access: byPurpose.map((fields) => accessAt(fields, path)),
  }));
}

/** The fields under a closed field are not named; they are as closed as it is. Anything unknown is closed. */
function accessAt(fields: ReadonlyMap<string, ExplainedField>, path: string): Access {
  for (let at = path; ; at = at.slice(0, at.lastIndexOf('.'))) {
    const field = fields.get(at);
    if (field?.decision === 'deny') return { ...denied(field), above: at === path ? undefined : at };
    if (field !== undefined && at === path) return allowed(field);
    if (!at.includes('.'))
      return { kind: 'denied', reason: 'UNKNOWN', owners: [], message: undefined, above: undefined };
  }
}

function denied({ reason = 'UNKNOWN', owners, remedy }: ExplainedField) {
  return { kind: 'denied', reason, owners, message: remedy?.message } as const;
}

function allowed({ decision, rules = [] }: ExplainedField): Access {
  if (decision !== 'allow') {
    return { kind: 'denied', reason: 'UNKNOWN', owners: [], message: undefined, above: undefined };
  }
  const masks = [...new Set(rules.flatMap(({ transform }) => transform ?? []))];
  const isConditional = rules.length > 0 && rules.every(({ anyOf }) => !anyOf.some((all) => all.length === 0));
  if (isConditional) return { kind: 'condition', anyOf: rules.flatMap(({ anyOf }) => anyOf), masks };
  return masks.length > 0 ? { kind: 'masked', masks } : { kind: 'open' };
}
