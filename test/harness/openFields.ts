import { shippedCatalogue } from '../../schema/catalog/shippedCatalogue.ts';
import type { Who } from './requesters.ts';
import { readSchemaFields, type SchemaField } from './schemaFields.ts';

/** The seeded approvals as they were agreed, written out a second time: agency, purpose, datasets. */
const agreed: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'DCFS',
    'FOSTER_CARE_CASE',
    [
      'identity.demographics',
      'identity.household',
      'identity.address',
      'snap.participation',
      'tanf.participation',
      'tanf.benefits',
      'medicaid.enrollment',
      'medicaid.providers',
      'education.enrollment',
      'corrections.custody',
      'weatherization.assistance',
      'weatherization.dwelling',
      'snap.history',
      'tanf.history',
      'medicaid.history',
      'education.history',
      'corrections.history',
      'weatherization.history',
    ],
  ],
  [
    'DCFS',
    'CHILD_PROTECTION',
    [
      'identity.demographics',
      'identity.household',
      'identity.address',
      'tanf.participation',
      'medicaid.enrollment',
      'medicaid.providers',
      'education.enrollment',
      'corrections.custody',
      'weatherization.assistance',
      'weatherization.dwelling',
      'tanf.history',
      'medicaid.history',
      'education.history',
      'corrections.history',
      'weatherization.history',
    ],
  ],
  [
    'ISBE',
    'EDUCATION_SUPPORT',
    ['identity.demographics', 'snap.participation', 'snap.history', 'tanf.participation', 'tanf.history'],
  ],
  [
    'IDOC',
    'REENTRY_PLANNING',
    ['identity.demographics', 'medicaid.enrollment', 'medicaid.history', 'snap.participation', 'snap.history'],
  ],
  [
    'DCEO',
    'ENERGY_ASSISTANCE',
    [
      'identity.demographics',
      'identity.household',
      'identity.address',
      'snap.participation',
      'snap.history',
      'tanf.participation',
      'tanf.history',
    ],
  ],
];

/**
 * The naive reference: reads the rules literally, field by field, with nothing kept. True for a coordinate that this
 * requester may be shown of somebody under the seeded approvals: which persons they ask for is another question.
 */
export function openFields(who: Who): (coordinate: string) => boolean {
  const { datasets } = shippedCatalogue();
  const byCoordinate = new Map<string, SchemaField[]>();
  for (const fields of readSchemaFields().values()) {
    for (const field of fields.values()) {
      byCoordinate.set(field.coordinate, [...(byCoordinate.get(field.coordinate) ?? []), field]);
    }
  }

  function isGranted(id: string): boolean {
    const dataset = datasets.get(id);
    if (dataset === undefined) return false;
    if (dataset.owner === who.agency) {
      return dataset.ownerPurposes.includes(who.purpose) && who.roles.some((role) => dataset.ownerRoles.includes(role));
    }
    return agreed.some(
      ([agency, purpose, granted]) => agency === who.agency && purpose === who.purpose && granted.includes(id),
    );
  }

  return (coordinate) => {
    const fields = byCoordinate.get(coordinate) ?? [];
    if (fields.length === 0 || fields.some(({ isBarred, isHidden }) => isBarred || isHidden)) return false;
    const guards = fields.flatMap((field) => field.guards);
    // Composition refuses fields that are neither guarded, nor keys, nor public: what has no guard here is one of those.
    return guards.every((alternatives) =>
      alternatives.some((together) => together.length > 0 && together.every(isGranted)),
    );
  };
}
