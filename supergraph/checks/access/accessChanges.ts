import { type FieldDefinitionNode, print } from 'graphql';
import type { FieldGuard } from '../../read/policyTable.ts';
import type { ApprovalInForce } from '../checkInput.ts';
import { type AccessSide, hasMask, type Reader, type Terms, termsOfArgument, termsOfField } from './openTerms.ts';

/** What a change does to one coordinate for one kind of requester. */
export interface AccessChange {
  /** `Type.field`, or `Type.field(argument:)` for searching by it. */
  readonly coordinate: string;
  readonly change: 'opens' | 'closes' | 'changes';
  readonly reader: Reader;
}

/** A coordinate that the change is about, before and after. */
export interface ChangedCoordinate {
  readonly coordinate: string;
  readonly typeName: string;
  readonly fieldName: string;
  readonly argument?: string;
  /** Undefined: it did not exist, or will not. */
  readonly before: Side | undefined;
  readonly after: Side | undefined;
}

interface Side {
  readonly guard: FieldGuard;
  /** Datasets of its guards. */
  readonly datasets: readonly string[];
  /** Named type of the field with its lists. */
  readonly type: string;
  /** Equal for equal guards and places of the field. */
  readonly guardText: string;
  /** Equal if, in addition, the datasets open in the same way. */
  readonly text: string;
}

/** Lists the coordinates whose guards, places, or datasets differ. */
export function changedCoordinates(before: AccessSide | undefined, after: AccessSide): readonly ChangedCoordinate[] {
  const old = sidesOf(before);
  const found: ChangedCoordinate[] = [];
  for (const [coordinate, { names, side }] of sidesOf(after)) {
    const was = old.get(coordinate);
    if (was?.side.text !== side.text) found.push({ coordinate, ...names, before: was?.side, after: side });
    old.delete(coordinate);
  }
  for (const [coordinate, { names, side }] of old) found.push({ coordinate, ...names, before: side, after: undefined });
  return found;
}

type Names = Pick<ChangedCoordinate, 'typeName' | 'fieldName' | 'argument'>;

function sidesOf(side: AccessSide | undefined): Map<string, { readonly names: Names; readonly side: Side }> {
  const sides = new Map<string, { names: Names; side: Side }>();
  if (side === undefined) return sides;
  const { policies, catalogue } = side;
  const accessTexts = new Map<string, string>();
  const accessOf = (id: string): string => {
    const known = accessTexts.get(id);
    if (known !== undefined) return known;
    const dataset = catalogue.datasets.get(id);
    const { owner, ownerPurposes, ownerRoles, requestable, emergency } = dataset ?? {};
    const text = JSON.stringify([id, owner, ownerPurposes, ownerRoles, requestable, emergency?.roles]);
    accessTexts.set(id, text);
    return text;
  };
  function add(
    coordinate: string,
    names: Names,
    guard: FieldGuard,
    datasets: readonly string[],
    guardText: string,
    type = '',
  ) {
    const text = `${guardText}\n${datasets.map(accessOf).join('\n')}`;
    sides.set(coordinate, { names, side: { guard, datasets, type, guardText, text } });
  }

  for (const { typeName, field, guard } of policies.coordinates()) {
    const fieldName = field.name.value;
    const coordinate = `${typeName}.${fieldName}`;
    const datasets = 'all' in guard ? [...new Set(guard.all.flat(2))] : [];
    const { inside, returnedBy, composite } = policies.shapeOf(typeName, fieldName);
    const place = [guard.kind, 'all' in guard ? guard.all : [], composite, inside, returnedBy, typeText(field)];
    add(coordinate, { typeName, fieldName }, guard, datasets, JSON.stringify(place), typeText(field));
    for (const { name } of field.arguments ?? []) {
      const ofArgument = policies.argumentGuardOf(typeName, fieldName, name.value);
      const filters = ofArgument.kind === 'filters' ? ofArgument.datasets : [];
      const by = ofArgument.kind === 'filters' ? ofArgument.fields : [];
      const guards = by.map((each) => policies.guardOf(each.typeName, each.fieldName));
      const all = [...filters, ...guards.flatMap((each) => ('all' in each ? each.all.flat(2) : []))];
      add(
        `${coordinate}(${name.value}:)`,
        { typeName, fieldName, argument: name.value },
        ofArgument.kind === 'public' ? { kind: 'public' } : { kind: 'guarded', all: [], around: [] },
        [...new Set(all)],
        JSON.stringify([ofArgument, guards]),
      );
    }
  }
  return sides;
}

/** A mask applies to values of some types only. */
function typeText(field: FieldDefinitionNode): string {
  return print(field.type).replaceAll('!', '');
}

/** Compares what each kind of requester may see of the changed coordinates. */
export function accessChanges(
  before: AccessSide | undefined,
  after: AccessSide,
  changed: readonly ChangedCoordinate[],
  approvals: readonly ApprovalInForce[],
): readonly AccessChange[] {
  const readers = readersOf(approvals);
  return changed.flatMap((each) => {
    const { coordinate, typeName, fieldName, argument } = each;
    const termsIn = (side: AccessSide | undefined, exists: boolean, reader: Reader): Terms => {
      if (side === undefined || !exists) return [];
      return argument === undefined
        ? termsOfField(side, reader, typeName, fieldName)
        : termsOfArgument(side, reader, typeName, fieldName, argument);
    };
    return readers.flatMap((reader): readonly AccessChange[] => {
      const was = termsIn(before, each.before !== undefined, reader);
      const is = termsIn(after, each.after !== undefined, reader);
      if (was.length === 0 && is.length === 0) return [];
      if (was.length === 0) return [{ coordinate, change: 'opens', reader }];
      if (is.length === 0) return [{ coordinate, change: 'closes', reader }];
      const isMasked = each.before?.type !== each.after?.type && is.some((term) => hasMask(term));
      return was.join('\n') === is.join('\n') && !isMasked ? [] : [{ coordinate, change: 'changes', reader }];
    });
  });
}

/** Groups approvals by whom they cover: each role by itself, and a person who has all of them. */
export function readersOf(approvals: readonly ApprovalInForce[]): readonly Reader[] {
  const groups = new Map<string, ApprovalInForce[]>();
  for (const approval of approvals) {
    const key = `${approval.requestingAgency}\n${approval.purpose}`;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(approval);
  }
  return [...groups.values()].flatMap((group) => {
    const roles = [...new Set(group.flatMap((approval) => approval.roles))].sort();
    const sets = [...roles.map((role) => [role]), ...(roles.length > 1 ? [roles] : [])];
    return sets.map((each) => readerOf(group, each));
  });
}

function readerOf(group: readonly ApprovalInForce[], roles: readonly string[]): Reader {
  const approvals = new Map<string, ApprovalInForce[]>();
  for (const approval of group) {
    if (!approval.roles.some((role) => roles.includes(role))) continue;
    approvals.set(approval.dataset, [...(approvals.get(approval.dataset) ?? []), approval]);
  }
  const [first] = group;
  return { agency: first?.requestingAgency ?? '', purpose: first?.purpose ?? '', roles, approvals };
}
