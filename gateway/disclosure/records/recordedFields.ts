import type { DatasetCatalogue } from '../../../schema/catalog/datasetCatalogue.ts';
import type { DisclosedFields, EmptyFields, RefusedField } from '../../../schema/ledger/disclosureRecord.ts';
import { setColumns } from '../../../schema/ledger/entryIndexes.ts';
import type { PolicyTable } from '../../../supergraph/read/policyTable.ts';
import type { DecisionTable } from '../../authorization/decisions/decisionTable.ts';
import type { Basis } from '../../model/decision.ts';
import type { RefusedPlace } from './refusedPlace.ts';

/** Describes fields in records: by which decision they were disclosed, empty, or refused. */
export interface RecordedFields {
  /** @param empty fields that are empty; the guarded ones are named */
  disclosed(coordinates: Iterable<string>, empty: Iterable<string>, decisions: DecisionTable): Disclosed;
  /** Datasets that guard a field. */
  datasetsOf(coordinate: string): readonly string[];
  /** @param places each key once, in the order of the keys */
  refused(places: readonly RefusedPlace[], decisions: DecisionTable): Refused;
  /**
   * Describes fields of a request that was refused as a whole: all of `started`, and of `requested` the guarded ones.
   */
  refusedFor(started: Iterable<string>, requested: Iterable<string>, reason: string): Refused;
}

export interface Disclosed {
  readonly groups: readonly DisclosedFields[];
  readonly empty: readonly EmptyFields[];
  readonly datasets: string | undefined;
  readonly approvals: string | undefined;
}

export interface Refused {
  readonly fields: readonly RefusedField[];
  readonly datasets: string | undefined;
}

/**
 * Maximum characters of the law that one group cites. Many approvals may open one response, a ledger entry is limited,
 * and the register holds the whole text.
 */
const LONGEST_LEGAL_BASIS = 300;

/** Creates the descriptions. Each runs once per operation, decisions, and set of disclosed fields. */
export function createRecordedFields(policies: PolicyTable, catalogue: DatasetCatalogue): RecordedFields {
  function datasetsOf(typeName: string, fieldName: string): readonly string[] {
    const guard = policies.guardOf(typeName, fieldName);
    return guard.kind === 'guarded' || guard.kind === 'barred' ? [...new Set(guard.all.flat(2))].sort() : [];
  }

  function datasetsOfCoordinate(coordinate: string): readonly string[] {
    const [typeName = '', fieldName = ''] = coordinate.split('.');
    return datasetsOf(typeName, fieldName);
  }

  function legalBasisOf(basis: Basis, datasets: readonly string[], decisions: DecisionTable) {
    switch (basis.kind) {
      case 'public':
      case 'key':
        return {};
      case 'owner':
        return { legalBasis: sortedSet(datasets.flatMap((id) => catalogue.datasets.get(id)?.law ?? [])) };
      case 'approval':
        return {
          legalBasis: sortedSet(
            basis.approvalIds.flatMap(
              (id) => decisions.approval(id)?.legalBasis.slice(0, LONGEST_LEGAL_BASIS).toWellFormed() ?? [],
            ),
          ),
        };
    }
  }

  function emptyGroups(coordinates: Iterable<string>): EmptyFields[] {
    const groups = new Map<string, EmptyFields>();
    for (const coordinate of [...new Set(coordinates)].sort()) {
      const datasets = datasetsOfCoordinate(coordinate);
      if (datasets.length === 0) continue;
      const key = datasets.join(' ');
      const group = groups.get(key) ?? { datasets: [...datasets], fields: [] };
      groups.set(key, group);
      group.fields.push(coordinate);
    }
    return [...groups.values()];
  }

  return {
    datasetsOf: datasetsOfCoordinate,
    disclosed(coordinates, cameEmpty, decisions) {
      const groups = new Map<string, DisclosedFields & { fields: string[]; forms: Record<string, string[]> }>();
      for (const coordinate of [...new Set(coordinates)].sort()) {
        const [typeName = '', fieldName = ''] = coordinate.split('.');
        const decision = decisions.decide(typeName, fieldName);
        // The plan was verified against these decisions, so this is a fault of the gateway. The response must not be
        // sent.
        if (decision.kind === 'deny')
          throw new Error(`The response discloses ${coordinate}, which is denied, so it cannot be recorded.`);
        const datasets = datasetsOf(typeName, fieldName);
        const approvals = decision.basis.kind === 'approval' ? [...decision.basis.approvalIds].sort() : undefined;
        const key = JSON.stringify([datasets, decision.basis.kind, approvals]);
        const group = groups.get(key) ?? {
          ...(approvals === undefined ? {} : { approvals }),
          basis: decision.basis.kind,
          datasets: [...datasets],
          fields: [],
          forms: {},
          ...legalBasisOf(decision.basis, datasets, decisions),
          owners: [...new Set(datasets.flatMap((id) => catalogue.datasets.get(id)?.owner ?? []))],
        };
        groups.set(key, group);
        group.fields.push(coordinate);
        const forms = decision.rules?.map(({ transform }) => transform ?? 'AS_IT_IS');
        if (forms?.some((form) => form !== 'AS_IT_IS')) group.forms[coordinate] = [...new Set(forms)];
      }
      const all = [...groups.values()].map(({ forms, ...group }) =>
        Object.keys(forms).length === 0 ? group : { ...group, forms },
      );
      const empty = emptyGroups(cameEmpty);
      const { dataset, approval } = setColumns({ disclosed: all, empty });
      return { groups: all, empty, datasets: dataset, approvals: approval };
    },
    refused(places, decisions) {
      const fields = places.map(({ coordinate, decision: denied }): RefusedField => {
        const [typeName = '', fieldName = ''] = coordinate.split('.');
        // Objects that are left out have no field to name.
        const isObject = fieldName === '';
        const [guard] = isObject ? policies.guardsOfType(typeName).flat(2) : datasetsOf(typeName, fieldName);
        const own = isObject ? decisions.decideType(typeName) : decisions.decide(typeName, fieldName);
        const decision = denied ?? (own.kind === 'deny' ? own : undefined);
        // A denial without a dataset still concerns the one that guards the field: its owner must find the record.
        const dataset = decision?.dataset ?? guard ?? null;
        const owner = decision?.owner ?? (dataset === null ? null : (catalogue.datasets.get(dataset)?.owner ?? null));
        // Without a denial the field is open, but not for this person.
        return { dataset, field: coordinate, owner, reason: decision?.reason ?? 'CONDITION_NOT_MET' };
      });
      return { fields, datasets: setColumns({ refused: fields }).dataset };
    },
    refusedFor(started, requested, reason) {
      const guarded = [...requested].filter((coordinate) => datasetsOfCoordinate(coordinate).length > 0);
      const fields = [...new Set([...started, ...guarded])].sort().map((field): RefusedField => {
        const [dataset = null] = datasetsOfCoordinate(field);
        const owner = dataset === null ? null : (catalogue.datasets.get(dataset)?.owner ?? null);
        return { dataset, field, owner, reason };
      });
      return { fields, datasets: setColumns({ refused: fields }).dataset };
    },
  };
}

function sortedSet(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}
