import { randomUUID } from 'node:crypto';
import type { Dataset } from '../../../schema/datasetCatalogue.ts';
import type { Purpose } from '../../../schema/purposes.ts';
import { PublicError } from '../../kit/publicError.ts';
import { statement } from '../../kit/statement.ts';
import type { AccessRequestRecord } from '../records.ts';
import { type Actor, hasRole } from './actor.ts';
import { appendEvents } from './appendEvents.ts';
import { changeRegister, type RegisterTransaction } from './changeRegister.ts';
import { readRequests } from './readRegister.ts';
import type { Register } from './register.ts';
import { statedText } from './statedText.ts';

export interface RequestAccessInput {
  readonly datasets: readonly string[];
  readonly purpose: Purpose;
  readonly justification: string;
  readonly legalBasis: string;
}

const mostDatasets = 50;

const insertRequests = statement<unknown>(
  'insertRequests',
  `INSERT INTO access_request
     (request_id, requesting_agency, dataset, purpose, justification, legal_basis, status, submitted_at, submitted_by)
   SELECT request_id, $3, dataset, $4, $5, $6, 'SUBMITTED', $7, $8
   FROM unnest($1::uuid[], $2::text[]) AS asked (request_id, dataset)`,
);
const approvedAlready = statement<{ readonly id: string; readonly dataset: string }>(
  'approvedAlready',
  `SELECT approval_id AS id, dataset FROM approval
   WHERE requesting_agency = $1 AND dataset = ANY($2::text[]) AND purpose = $3
     AND revoked_at IS NULL AND valid_until > $4
   ORDER BY dataset LIMIT 1`,
);
const askedAlready = statement<{ readonly id: string; readonly dataset: string }>(
  'askedAlready',
  `SELECT request_id AS id, dataset FROM access_request
   WHERE requesting_agency = $1 AND dataset = ANY($2::text[]) AND purpose = $3 AND status = 'SUBMITTED'
   ORDER BY dataset LIMIT 1`,
);

/** Asks the owner of each dataset, one request for each, all or none. The requests come in the order of the datasets. */
export async function requestAccess(
  register: Register,
  actor: Actor,
  input: RequestAccessInput,
): Promise<{ readonly requests: readonly AccessRequestRecord[]; readonly revision: number }> {
  if (!hasRole(actor, 'DATA_OFFICER', 'SUPERVISOR')) {
    const who = 'Access is requested by a DATA_OFFICER or a SUPERVISOR. Ask one of your agency.';
    throw new PublicError('FORBIDDEN', who);
  }
  const datasets = requestableDatasets(register, actor, input.datasets);
  const { purpose } = input;
  const justification = statedText('justification', input.justification, 10, 4_000);
  const legalBasis = statedText('legalBasis', input.legalBasis, 3, 1_000);

  const { result, revision } = await changeRegister(register, 'requests', async (transaction) => {
    await refuseDuplicates(transaction, actor, datasets, purpose);
    const asked = datasets.map(({ id }) => ({ requestId: randomUUID(), dataset: id }));
    const ids = asked.map(({ requestId }) => requestId);
    await transaction.queries.rows(insertRequests, [
      ids,
      asked.map(({ dataset }) => dataset),
      actor.agency,
      purpose,
      justification,
      legalBasis,
      transaction.now,
      actor.subject,
    ]);
    await appendEvents(
      transaction,
      actor,
      asked.map(({ requestId, dataset }) => ({
        kind: 'ACCESS_REQUESTED',
        requestId,
        details: { dataset, purpose, justification, legalBasis },
      })),
    );
    const written = new Map((await readRequests(transaction.queries, ids)).map((request) => [request.id, request]));
    return ids.flatMap((id) => written.get(id) ?? []);
  });
  return { requests: result, revision };
}

function requestableDatasets(register: Register, actor: Actor, ids: readonly string[]): readonly Dataset[] {
  if (ids.length === 0 || ids.length > mostDatasets) {
    throw new PublicError('BAD_USER_INPUT', `Ask for 1 to ${mostDatasets} datasets at once, not for ${ids.length}.`);
  }
  return ids.map((id, position) => {
    const dataset = register.catalogue.datasets.get(id);
    if (dataset === undefined) {
      const which = `Number ${position + 1} of the datasets does not exist.`;
      throw new PublicError('NOT_FOUND', `${which} The query datasets lists those that do.`);
    }
    if (ids.indexOf(id) !== position) {
      throw new PublicError('BAD_USER_INPUT', `${id} is asked for twice. Name each dataset once.`);
    }
    if (!dataset.requestable) {
      const why = `${id} is open to the staff of its owner, ${dataset.owner}, only, and cannot be requested.`;
      throw new PublicError('BAD_USER_INPUT', why);
    }
    if (dataset.owner === actor.agency) {
      const why = `${id} is your own agency's: its staff sees it for the program's purposes without an approval.`;
      throw new PublicError('BAD_USER_INPUT', why);
    }
    return dataset;
  });
}

/** An approval that is to be in force later counts too. The first duplicate is named, so that it can be used instead. */
async function refuseDuplicates(
  { queries, now }: RegisterTransaction,
  { agency }: Actor,
  datasets: readonly Dataset[],
  purpose: Purpose,
): Promise<void> {
  const ids = datasets.map(({ id }) => id);
  const [approval] = await queries.rows(approvedAlready, [agency, ids, purpose, now]);
  if (approval !== undefined) {
    const why = `${agency} already has an approval of ${approval.dataset} for ${purpose}: ${approval.id}.`;
    throw new PublicError('CONFLICT', `${why} Use it, or leave this dataset out.`);
  }
  const [request] = await queries.rows(askedAlready, [agency, ids, purpose]);
  if (request !== undefined) {
    const why = `${agency} has already asked for ${request.dataset} for ${purpose}: request ${request.id} is open.`;
    throw new PublicError('CONFLICT', `${why} Wait for its answer, or leave this dataset out.`);
  }
}
