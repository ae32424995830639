import {
  type DirectiveNode,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type InlineFragmentNode,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionNode,
} from 'graphql';
import { PERSON_TYPE } from '../../../supergraph/read/policyTable.ts';
import { fieldNamed } from '../../documents/fieldNamed.ts';
import type { Fragments } from '../../model/operation.ts';
import type { DecisionTable } from '../decisions/decisionTable.ts';
import type { DecisionLog } from './decisionLog.ts';
import { expandFragments } from './expandFragments.ts';
import type { HiddenFields } from './hiddenFields.ts';
import { conditionsOf, type InclusionCondition } from './inclusionConditions.ts';
import type { PlaceDecisions } from './placeDecisions.ts';
import { intersect, namedType, runtimeTypesOf, unwrap } from './pruningTypes.ts';

/** One place of the operation that has selections. */
export interface Scope {
  /** Object types that an object at this place can have. */
  readonly runtimeTypes: readonly GraphQLObjectType[];
  /** Types among them that the requester may not know about: the object itself is denied. */
  readonly hidden: ReadonlySet<GraphQLObjectType>;
  /** Type that the text names here. A planner takes it to stand for every type under it. */
  readonly stated: GraphQLNamedType | undefined;
  readonly path: readonly string[];
  readonly conditions: readonly InclusionCondition[];
  /** True if something above this place says whose data it is. */
  readonly isAttributed: boolean;
  /** True if a field that returns persons is above this place. */
  readonly isBelowPerson: boolean;
}

export interface PruneSelectionsInput {
  readonly schema: GraphQLSchema;
  readonly fragments: Fragments;
  readonly personType: string | undefined;
  readonly decisions: PlaceDecisions;
  readonly hiddenFields: HiddenFields;
  readonly log: DecisionLog;
  /** Denies an object's type that is open for some persons only. */
  readonly unmet: DecisionTable['unmet'];
  /** Called for every selection; throws when there are too many. */
  readonly spend: () => void;
}

/** Creates the function that prunes the selections of one place, and everything below it. */
export function createPruneSelections(
  input: PruneSelectionsInput,
): (selections: readonly SelectionNode[], scope: Scope) => SelectionNode[] {
  const { schema, fragments, personType, decisions, hiddenFields, log, unmet, spend } = input;

  function pruneSelections(selections: readonly SelectionNode[], scope: Scope): SelectionNode[] {
    return selections.flatMap((selection) => {
      spend();
      const conditions = conditionsOf(selection.directives ?? []);
      if (conditions === 'excluded') return [];
      return pruneSelection(selection, { ...scope, conditions: [...scope.conditions, ...conditions] });
    });
  }

  function pruneSelection(selection: SelectionNode, scope: Scope): SelectionNode[] {
    switch (selection.kind) {
      case Kind.FIELD:
        return pruneField(selection, scope);
      case Kind.INLINE_FRAGMENT:
        return pruneFragment(selection, selection.typeCondition?.name.value, selection.selectionSet, scope);
      case Kind.FRAGMENT_SPREAD: {
        const fragment = fragments.get(selection.name.value);
        if (fragment === undefined) return [];
        return pruneFragment(selection, fragment.typeCondition.name.value, fragment.selectionSet, scope);
      }
    }
  }

  function pruneFragment(
    { directives }: { readonly directives?: readonly DirectiveNode[] },
    condition: string | undefined,
    { selections }: { readonly selections: readonly SelectionNode[] },
    scope: Scope,
  ): SelectionNode[] {
    const type = condition === undefined ? undefined : schema.getType(condition);
    const runtimeTypes =
      condition === undefined ? scope.runtimeTypes : intersect(scope.runtimeTypes, runtimeTypesOf(schema, type));
    const kept = pruneSelections(selections, { ...scope, runtimeTypes, stated: type ?? scope.stated });
    if (kept.length === 0) return [];
    const fragment: InlineFragmentNode = {
      kind: Kind.INLINE_FRAGMENT,
      selectionSet: { kind: Kind.SELECTION_SET, selections: kept },
      ...(condition === undefined ? {} : { typeCondition: namedType(condition) }),
      ...(directives === undefined ? {} : { directives }),
    };
    return [fragment];
  }

  /** Keeps a field for the types that may show it: unchanged if these are all types, else once for each of them. */
  function pruneField(field: FieldNode, scope: Scope): SelectionNode[] {
    const name = field.name.value;
    if (name.startsWith('__')) return [expandFragments(field, fragments, spend)];
    const path = [...scope.path, field.alias?.value ?? name];
    const allowed = allowedTypes(field, path, scope);
    if (allowed.length === 0) return [];
    const stated = runtimeTypesOf(schema, scope.stated);
    if (stated.every((type) => allowed.includes(type))) {
      return [pruneInside(field, allowed, scope.stated, path, scope)];
    }
    return allowed.map((type) => ({
      kind: Kind.INLINE_FRAGMENT,
      typeCondition: namedType(type.name),
      selectionSet: { kind: Kind.SELECTION_SET, selections: [pruneInside(field, [type], type, path, scope)] },
    }));
  }

  function allowedTypes(field: FieldNode, path: readonly string[], scope: Scope): readonly GraphQLObjectType[] {
    return scope.runtimeTypes.filter((type) => {
      if (scope.hidden.has(type)) return false;
      const decision = decisions.decideAt(type, field, path, scope.isAttributed);
      const coordinate = `${type.name}.${field.name.value}`;
      log.add(path, coordinate, decision);
      if (decision.kind === 'allow') return true;
      log.deny(path, coordinate, decision, scope.conditions);
      return false;
    });
  }

  /**
   * Prunes what a field selects, and adds the hidden fields of its object.
   *
   * @param parents types whose field it is
   * @param parent type under which the text selects it
   */
  function pruneInside(
    field: FieldNode,
    parents: readonly GraphQLObjectType[],
    parent: GraphQLNamedType | undefined,
    path: readonly string[],
    scope: Scope,
  ): FieldNode {
    if (field.selectionSet === undefined) return field;
    const inner = scopeInside(field, parents, parent, path, scope);
    const { runtimeTypes, hidden, stated, isAbstract } = inner;
    const kept = pruneSelections(field.selectionSet.selections, inner);
    const visible = runtimeTypes.filter((type) => !hidden.has(type));
    // An object of an interface or a union is known by its name only.
    const selections = [...kept, ...hiddenFields.personId(visible, stated), ...(isAbstract ? [TYPENAME] : [])];
    if (selections.length === 0) selections.push(TYPENAME);
    if (!scope.isBelowPerson) selections.push(...hiddenFields.subjects(visible, stated));
    return { ...field, selectionSet: { kind: Kind.SELECTION_SET, selections } };
  }

  function scopeInside(
    field: FieldNode,
    parents: readonly GraphQLObjectType[],
    parent: GraphQLNamedType | undefined,
    path: readonly string[],
    { conditions, isAttributed, isBelowPerson }: Scope,
  ): Scope & { readonly isAbstract: boolean } {
    const name = field.name.value;
    // Types that implement one interface may return narrower types than it does: an object here has any of them.
    const returned = parents.flatMap((type) => type.getFields()[name] ?? []).map(({ type }) => unwrap(type));
    const place = [...path, ...Array<string>(returned[0]?.listDepth ?? 0).fill('@')];
    const runtimeTypes = [...new Set(returned.flatMap(({ type }) => runtimeTypesOf(schema, type)))];
    const isAbstract = returned.some(({ type }) => !isObjectType(type));
    // Where a type is returned by its own name, its guard is decided with the field; a person's, for each person.
    const isDecided = (type: GraphQLObjectType): boolean => isAbstract || type.name === PERSON_TYPE;
    const statedField = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    const stated = statedField === undefined ? undefined : unwrap(statedField.type).type;
    return {
      runtimeTypes,
      isAbstract,
      hidden: new Set(runtimeTypes.filter((type) => isDecided(type) && hide(type, place, conditions))),
      stated,
      path: place,
      conditions,
      isAttributed: isAttributed || parents.every(decisions.leads),
      isBelowPerson: isBelowPerson || (stated !== undefined && stated.name === personType),
    };
  }

  /**
   * Decides whether objects of a type are left out whatever they hold. The log gets one denial for every object of the
   * type that could be there, and for those that are left out because of a person: it must not depend on the data.
   */
  function hide(type: GraphQLObjectType, path: readonly string[], conditions: readonly InclusionCondition[]): boolean {
    const decision = decisions.decideObject(type.name);
    if (decision.kind === 'allow' && decision.rules === undefined) return false;
    log.add(path, type.name, decision);
    const isHidden = decision.kind === 'deny';
    log.deny(path, type.name, isHidden ? decision : unmet(decision.rules ?? []), conditions);
    return isHidden;
  }

  return pruneSelections;
}

const TYPENAME: FieldNode = fieldNamed('__typename');
