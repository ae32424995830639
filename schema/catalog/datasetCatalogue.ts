import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { PURPOSES } from './purposes.ts';
import { STAFF_ROLES } from './roles.ts';

/** Minimum years to keep any record: 45 CFR 164.528(a) requires six, and an accounting of the sixth takes time. */
const LEAST_YEARS = 7;

/** Form of the id of a dataset: its system and its name. */
export const DATASET_ID = /^[a-z]+\.[a-zA-Z]+$/;

const DatasetId = z.string().regex(DATASET_ID, 'a dataset is named <system>.<name>');

/** The owner's permission for a declared emergency to replace another condition of an approval. */
const EmergencyRule = z.strictObject({
  /** Roles of the requester that may declare one. */
  roles: z.array(z.enum(STAFF_ROLES)).min(1),
  /** Law that requires the owner to notify the persons afterwards; absent: none does. */
  notice: z.string().min(1).optional(),
});

const Dataset = z.strictObject({
  id: DatasetId,
  title: z.string().min(1),
  description: z.string().min(1),
  class: z.enum(['PUBLIC', 'PII', 'FINANCIAL', 'SENSITIVE', 'PHI', 'FERPA']),
  law: z.array(z.string().min(1)).min(1),
  regimes: z.array(z.string().min(1)).min(1),
  federalApproval: z.boolean(),
  requestable: z.boolean(),
  /** Absent: no emergency opens the dataset. */
  emergency: EmergencyRule.optional(),
  /** Retention of its disclosure records: years, or the life of the disclosed record. */
  keepDisclosures: z.union([z.number().int().min(LEAST_YEARS), z.literal('life')]).default(LEAST_YEARS),
});

const HardBar = z.strictObject({
  field: z.string().regex(/^[A-Za-z_]\w*\.[A-Za-z_]\w*$/, 'a field is written Type.field'),
  bar: z.string().min(1),
  law: z.string().min(1),
});

/** One file of `schema/datasets`: the owner's description of a system's data. */
export const SystemDatasets = z.strictObject({
  system: z.string().regex(/^[a-z]+$/),
  owner: z.string().min(1),
  contact: z.string().min(1),
  /** Purposes for which the owner's own staff may see every dataset of the system. */
  ownerPurposes: z.array(z.enum(PURPOSES)),
  /** Roles of the owner's staff that may see them. */
  ownerRoles: z.array(z.enum(STAFF_ROLES)),
  datasets: z.array(Dataset),
  neverOpen: z.array(HardBar),
});
export type SystemDatasets = z.infer<typeof SystemDatasets>;
export type Dataset = z.infer<typeof Dataset> & {
  readonly system: string;
  readonly owner: string;
  readonly ownerPurposes: readonly string[];
  readonly ownerRoles: readonly string[];
};
export type HardBar = z.infer<typeof HardBar>;

export interface DatasetCatalogue {
  readonly datasets: ReadonlyMap<string, Dataset>;
  /** By coordinate, Type.field. */
  readonly hardBars: ReadonlyMap<string, HardBar>;
  readonly systems: readonly SystemDatasets[];
}

/**
 * Reads every `*.yaml` in the directory. Throws an error that names the file if one is malformed or a dataset is named
 * twice.
 */
export function readDatasetCatalogue(directory: string): DatasetCatalogue {
  const systems = readdirSync(directory)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => readSystem(join(directory, name)));
  return catalogueOf(systems);
}

/** Catalog of the systems' datasets. Throws an Error if one is named twice or in another system's file. */
export function catalogueOf(systems: readonly SystemDatasets[]): DatasetCatalogue {
  const datasets = new Map<string, Dataset>();
  const hardBars = new Map<string, HardBar>();
  for (const system of systems) {
    for (const dataset of system.datasets) {
      if (!dataset.id.startsWith(`${system.system}.`)) {
        throw new Error(
          `Dataset ${dataset.id} is in the file of the system ${system.system}. Move it to the file of its own system.`,
        );
      }
      if (datasets.has(dataset.id)) throw new Error(`Dataset ${dataset.id} is described twice.`);
      const { owner, ownerPurposes, ownerRoles } = system;
      datasets.set(dataset.id, { ...dataset, system: system.system, owner, ownerPurposes, ownerRoles });
    }
    for (const bar of system.neverOpen) hardBars.set(bar.field, bar);
  }
  return { datasets, hardBars, systems };
}

function readSystem(file: string): SystemDatasets {
  const result = SystemDatasets.safeParse(parse(readFileSync(file, 'utf8')));
  if (!result.success) throw new Error(`${file} is not a dataset file: ${z.prettifyError(result.error)}`);
  return result.data;
}
