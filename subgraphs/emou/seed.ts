import { createHash } from 'node:crypto';
import type { AgencyCode } from '../../schema/agencies.ts';
import type { DatasetCatalogue } from '../../schema/datasetCatalogue.ts';
import type { Purpose } from '../../schema/purposes.ts';
import { openDatabase } from '../kit/database.ts';
import type { Log } from '../kit/log.ts';
import { statement } from '../kit/statement.ts';
import type { Actor } from './register/actor.ts';
import { appendEvents } from './register/appendEvents.ts';
import { changeRegister } from './register/changeRegister.ts';
import { yearsAfter } from './register/yearsAfter.ts';
import { type SeededAgreement, seededAgreements } from './seededAgreements.ts';

interface SeededApproval {
  readonly id: string;
  readonly agency: AgencyCode;
  readonly dataset: string;
  readonly purpose: Purpose;
  readonly legalBasis: string;
}

const anyApproval = statement<unknown>('anyApproval', 'SELECT 1 FROM approval LIMIT 1');
const insertSeeded = statement<unknown>(
  'insertSeeded',
  `INSERT INTO approval (approval_id, requesting_agency, dataset, purpose, legal_basis, approved_at, valid_from, valid_until)
   SELECT id, agency, dataset, purpose, legal_basis, $6::timestamptz, $6, $7
   FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[]) AS seeded (id, agency, dataset, purpose, legal_basis)`,
);

/** 1 January 2026, midnight in Chicago. */
const usualStart = new Date('2026-01-01T06:00:00.000Z');
const dayMs = 86_400_000;
const seeder: Actor = { subject: 'seed', agency: 'DOIT', roles: [] };

/**
 * Writes the approvals that person360 begins with, in force until one year from now, unless the register holds any
 * approval, revoked and expired ones included. Their ids are the same everywhere. The migrations have run before.
 * Returns how many were written.
 */
export async function seedApprovals(options: {
  readonly databaseUrl: string;
  readonly catalogue: DatasetCatalogue;
  readonly clock: () => Date;
  readonly log?: Log;
}): Promise<number> {
  const { databaseUrl, catalogue, clock, log = () => undefined } = options;
  const approvals = seededAgreements.flatMap((agreement) => approvalsOf(agreement, catalogue));
  const limits = { maxConnections: 1, connectTimeoutMs: 10_000, statementTimeoutMs: 10_000 };
  const database = openDatabase({ system: 'emou', databaseUrl, log, ...limits });
  try {
    if ((await database.rows(anyApproval, [])).length > 0) return 0;
    return await writeAll({ database, catalogue, clock }, approvals);
  } finally {
    await database.stop();
  }
}

async function writeAll(register: Parameters<typeof changeRegister>[0], approvals: readonly SeededApproval[]) {
  const { result } = await changeRegister(register, 'approvals', async (transaction) => {
    const { queries, now } = transaction;
    // Asked again under the lock: two processes may have come this far.
    if ((await queries.rows(anyApproval, [])).length > 0) return 0;
    const validFrom = now > usualStart ? usualStart : new Date(now.getTime() - dayMs);
    await queries.rows(insertSeeded, [
      approvals.map(({ id }) => id),
      approvals.map(({ agency }) => agency),
      approvals.map(({ dataset }) => dataset),
      approvals.map(({ purpose }) => purpose),
      approvals.map(({ legalBasis }) => legalBasis),
      validFrom,
      yearsAfter(now, 1),
    ]);
    const details = { validFrom: validFrom.toISOString(), validUntil: yearsAfter(now, 1).toISOString() };
    await appendEvents(
      transaction,
      seeder,
      approvals.map(({ id, ...approval }) => ({
        kind: 'APPROVAL_SEEDED',
        approvalId: id,
        details: { ...approval, ...details },
      })),
    );
    return approvals.length;
  });
  return result;
}

function approvalsOf(agreement: SeededAgreement, catalogue: DatasetCatalogue): readonly SeededApproval[] {
  const { agency, purpose } = agreement;
  return agreement.grants.flatMap(({ datasets, legalBasis }) =>
    datasets
      .flatMap((pattern) => expand(pattern, catalogue))
      .map((dataset) => ({
        id: nameBasedUuid(`${agency}/${purpose}/${dataset}`),
        agency,
        dataset,
        purpose,
        legalBasis,
      })),
  );
}

/** `identity.*` stands for every dataset of the system that can be requested. */
function expand(pattern: string, catalogue: DatasetCatalogue): readonly string[] {
  const datasets = [...catalogue.datasets.values()].filter(({ requestable }) => requestable);
  const found = pattern.endsWith('.*')
    ? datasets.filter(({ system }) => `${system}.*` === pattern)
    : datasets.filter(({ id }) => id === pattern);
  if (found.length === 0) throw new Error(`The seeded approvals name ${pattern}, which cannot be requested.`);
  return found.map(({ id }) => id);
}

/** A version 8 uuid (RFC 9562 section 5.8) made of the name's hash: the same name has the same id everywhere. */
function nameBasedUuid(name: string): string {
  const bytes = createHash('sha256').update(`person360 seeded approval: ${name}`).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
