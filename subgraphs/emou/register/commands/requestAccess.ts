import type { Dataset } from '../../../../schema/catalog/datasetCatalogue.ts';
import { PublicError } from '../../../kit/errors/publicError.ts';
import type { RequestTerms } from '../../agreement/terms/terms.ts';
import type { AgreementRecord } from '../../records.ts';
import { changeRegister } from '../changeRegister.ts';
import type { Register } from '../register.ts';
import type { RegisterTransaction } from '../registerTransaction.ts';
import { type Actor, hasRole } from './actor.ts';
import { conflictingAgreement } from './conflictingAgreement.ts';
import { appendDraft } from './draftAgreement.ts';
import { appendMove } from './makeMove.ts';
import { statedText } from './statedText.ts';
import { type TermsInput, termsOf } from './termsOf.ts';

export interface RequestAccessInput extends TermsInput {
  readonly datasets: readonly string[];
  readonly justification: string;
}

const MOST_DATASETS = 50;

/** Sends one request per dataset to its owner: all or none. The results are in the order of the datasets. */
export async function requestAccess(
  register: Register,
  actor: Actor,
  input: RequestAccessInput,
): Promise<{ readonly requests: readonly AgreementRecord[]; readonly revision: number }> {
  if (!hasRole(actor, 'DATA_OFFICER', 'SUPERVISOR')) {
    const who = 'Only a DATA_OFFICER or a SUPERVISOR can request access. Ask one at your agency.';
    throw new PublicError('FORBIDDEN', who);
  }
  const datasets = requestableDatasets(register, actor, input.datasets);
  const justification = statedText('justification', input.justification, 10, 4_000);
  const legalBasis = statedText('legalBasis', input.legalBasis, 3, 1_000);
  const terms = termsByDataset(register, datasets, { ...input, legalBasis });

  const { result, revision } = await changeRegister(register, async (transaction) => {
    const requests: AgreementRecord[] = [];
    for (const asked of terms) {
      const openFields = register.fieldsOf(asked.dataset).own.map(({ coordinate }) => coordinate);
      const everything = openFields.filter((field) => !register.catalogue.hardBars.has(field));
      await refuseDuplicate(transaction, actor, asked, everything);
      const draft = await appendDraft(transaction, actor, asked, justification);
      const submit = { agreementId: draft.id, move: { kind: 'SUBMIT' as const }, why: justification };
      requests.push(await appendMove(transaction, actor, { ...submit, expectedSequence: 1 }, draft.events));
    }
    return requests;
  });
  return { requests: result, revision };
}

function requestableDatasets(register: Register, actor: Actor, ids: readonly string[]): readonly Dataset[] {
  if (ids.length === 0 || ids.length > MOST_DATASETS) {
    throw new PublicError('BAD_USER_INPUT', `Request 1 to ${MOST_DATASETS} datasets at a time, not ${ids.length}.`);
  }
  return ids.map((id, position) => {
    const dataset = register.catalogue.datasets.get(id);
    if (dataset === undefined) {
      const which = `Number ${position + 1} of the datasets does not exist.`;
      throw new PublicError('NOT_FOUND', `${which} The query datasets lists those that do.`);
    }
    if (ids.indexOf(id) !== position) {
      throw new PublicError('BAD_USER_INPUT', `${id} is requested twice. Name each dataset once.`);
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

/** Assigns named fields to their datasets. Each dataset needs a field, and each field a dataset. */
function termsByDataset(
  { fieldsOf }: Register,
  datasets: readonly Dataset[],
  input: RequestAccessInput,
): readonly RequestTerms[] {
  const fields = input.fields ?? null;
  const transforms = input.transforms ?? [];
  const home = new Map(
    datasets.flatMap(({ id }) => fieldsOf(id).own.map(({ coordinate }) => [coordinate, id] as const)),
  );
  const stray = [...(fields ?? []), ...transforms.map(({ field }) => field)].find((field) => !home.has(field));
  if (stray !== undefined) {
    throw new PublicError(
      'BAD_USER_INPUT',
      `${stray} is not a field of the requested datasets. Write fields as Type.field.`,
    );
  }
  return datasets.map(({ id }) => {
    const own = fields?.filter((field) => home.get(field) === id) ?? null;
    if (own !== null && own.length === 0) {
      throw new PublicError('BAD_USER_INPUT', `No field of ${id} is named. Name one, or omit the dataset.`);
    }
    return termsOf(id, {
      ...input,
      fields: own,
      transforms: transforms.filter(({ field }) => home.get(field) === id),
    });
  });
}

/**
 * Rejects duplicates, including of approvals that come into force later. Names the first one, so that it can be used
 * instead.
 */
async function refuseDuplicate(
  transaction: RegisterTransaction,
  { agency }: Actor,
  terms: RequestTerms,
  everything: readonly string[],
): Promise<void> {
  const found = await conflictingAgreement(transaction, agency, terms, everything);
  if (found === undefined) return;
  const { dataset, purpose } = terms;
  if (found.kind === 'approval') {
    const why = `${agency} already has an approval of ${dataset} for ${purpose}: ${found.id}.`;
    throw new PublicError('CONFLICT', `${why} Use it, or omit this dataset.`);
  }
  const why = `${agency} has already asked for ${dataset} for ${purpose}: request ${found.id} is open.`;
  throw new PublicError('CONFLICT', `${why} Wait for its answer, or omit this dataset.`);
}
