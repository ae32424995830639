import type { FeedApproval } from '../../schema/approvals/approvalFeed.ts';
import { signatories } from '../../schema/catalog/agencies.ts';
import type { DatasetCatalogue } from '../../schema/catalog/datasetCatalogue.ts';
import { PURPOSES } from '../../schema/catalog/purposes.ts';
import { STAFF_ROLES } from '../../schema/catalog/roles.ts';
import { readDatasetFields } from '../../subgraphs/emou/catalogue/datasetFields.ts';

type Fields = NonNullable<FeedApproval['fields']>;

const conditions: readonly NonNullable<Fields[number]['conditions']>[] = [
  [['WARD']],
  [['CONSENT']],
  [['CASELOAD', 'CONSENT'], ['WARD']],
  [['HOUSEHOLD_OF_CASELOAD']],
];

/**
 * So many partial approvals: every second field of a dataset, for some persons, dates by their month. They go round the
 * agencies, the datasets and the purposes, so that each requester has a share of them.
 */
export function manyApprovals(count: number, catalogue: DatasetCatalogue): readonly FeedApproval[] {
  const fieldsOf = readDatasetFields();
  const kinds = [...catalogue.datasets.values()]
    .filter(({ requestable }) => requestable)
    .flatMap((dataset) => {
      const own = fieldsOf(dataset.id).own.filter((_, place) => place % 2 === 0);
      if (own.length === 0) return [];
      return conditions.map((when) => ({
        dataset,
        fields: own.map(({ coordinate, transforms }) => ({
          field: coordinate,
          ...(transforms.includes('MONTH') ? { transform: 'MONTH' as const } : {}),
          conditions: when,
        })),
      }));
    });
  const triples = signatories.flatMap(({ code }) =>
    PURPOSES.flatMap((purpose) =>
      kinds.filter(({ dataset }) => dataset.owner !== code).map((kind) => ({ code, purpose, ...kind })),
    ),
  );
  return Array.from({ length: count }, (_, place) => {
    // A step that shares no divisor with their number visits all of them before it comes back to one.
    const { code, purpose, dataset, fields } = at(triples, place * 1_009);
    return {
      id: `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`,
      requestingAgency: code,
      dataset: dataset.id,
      purpose,
      legalBasis: '7 CFR 272.1(c)',
      roles: [...STAFF_ROLES],
      fields,
      // Each was approved at a moment of its own.
      validFrom: new Date(Date.UTC(2020, 0, 1) + place * 100_003).toISOString(),
      validUntil: new Date(Date.UTC(2099, 0, 1) + place * 100_003).toISOString(),
    };
  });
}

function at<Value>(values: readonly Value[], place: number): Value {
  const value = values[place % values.length];
  if (value === undefined) throw new Error('There is nothing to approve.');
  return value;
}
