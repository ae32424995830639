import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Table from 'cli-table3';
import { z } from 'zod';
import { CliError } from '../../cliError.ts';
import { askGateway } from './askGateway.ts';
import type { ConnectionOptions } from './connectionOptions.ts';
import { print } from './requests/requestRow.ts';

const CONSENT_FIELDS = `id state personId discloser recipient datasets purpose signedBy givenOn expiresOn documentSha256
  recordedAt recordedBy confirmedBy confirmedAs`;

const Consent = z.object({
  id: z.string(),
  state: z.string(),
  personId: z.string(),
  discloser: z.string(),
  recipient: z.string(),
  datasets: z.array(z.string()),
  purpose: z.string(),
  signedBy: z.string(),
  givenOn: z.string(),
  expiresOn: z.string(),
  documentSha256: z.string().nullable(),
  recordedAt: z.string(),
  recordedBy: z.string(),
  confirmedBy: z.string().nullable(),
  confirmedAs: z.string().nullable(),
});
type Consent = z.infer<typeof Consent>;

export async function listConsents(
  options: ConnectionOptions & { readonly person: string | undefined; readonly waiting: boolean },
): Promise<void> {
  const { consents } = await askGateway(
    options,
    `query ($person: ID, $state: ConsentState) { consents(personId: $person, state: $state) { ${CONSENT_FIELDS} } }`,
    { person: options.person, state: options.waiting ? 'RECORDED' : undefined },
    z.object({ consents: z.array(Consent) }),
  );
  print(options.json, consents, () => (consents.length === 0 ? 'No consents.' : consents.map(describe).join('\n')));
}

/** Options of `record-consent`, as returned by commander. */
interface RecordOptions extends ConnectionOptions {
  readonly discloser: string;
  readonly recipient: string;
  readonly dataset: readonly string[];
  readonly purpose: string;
  readonly description: string;
  readonly signedBy: string;
  readonly givenOn: string;
  readonly expiresOn: string;
  readonly document: string;
  readonly documentDate: string | undefined;
}

export async function recordConsent(personId: string, options: RecordOptions): Promise<void> {
  const { discloser, recipient, dataset, purpose, description, signedBy, givenOn, expiresOn, documentDate } = options;
  const document = { sha256: digestOf(options.document), date: documentDate ?? givenOn };
  const terms = { personId, discloser, recipient, datasets: dataset, purpose, description, signedBy };
  await change('recordConsent', { ...terms, givenOn, expiresOn, document }, options);
}

export async function confirmConsent(
  consentId: string,
  options: ConnectionOptions & { readonly document: string | undefined },
): Promise<void> {
  const documentSha256 = options.document === undefined ? undefined : digestOf(options.document);
  await change('confirmConsent', { consentId, documentSha256 }, options);
}

export async function revokeConsent(
  consentId: string,
  options: ConnectionOptions & { readonly why: string },
): Promise<void> {
  await change('revokeConsent', { consentId, reason: options.why }, options);
}

async function change(
  mutation: 'recordConsent' | 'confirmConsent' | 'revokeConsent',
  input: object,
  options: ConnectionOptions,
): Promise<void> {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const { changed } = await askGateway(
    options,
    `mutation ($input: ${type}!) { changed: ${mutation}(input: $input) { consent { ${CONSENT_FIELDS} } } }`,
    { input },
    z.object({ changed: z.object({ consent: Consent }) }),
  );
  print(options.json, changed.consent, () => describe(changed.consent));
}

/** Computes the SHA-256 of the file. Only the digest leaves this machine. */
function digestOf(file: string): string {
  try {
    return createHash('sha256').update(readFileSync(file)).digest('hex');
  } catch {
    throw new CliError(`${file} cannot be read. Set the file of the signed document with --document.`);
  }
}

function describe(consent: Consent): string {
  const { confirmedBy, confirmedAs } = consent;
  const table = new Table();
  table.push(
    { consent: `${consent.id} (${consent.state})` },
    { person: consent.personId },
    { disclosure: `${consent.datasets.join(', ')} of ${consent.discloser} to ${consent.recipient}` },
    { purpose: consent.purpose },
    { signed: `by ${consent.signedBy}, in force from ${consent.givenOn} to ${consent.expiresOn}` },
    { document: consent.documentSha256 ?? 'none' },
    { recorded: `by ${consent.recordedBy} at ${consent.recordedAt}` },
    { confirmed: confirmedBy === null ? 'not yet; it opens nothing until then' : `by ${confirmedBy} (${confirmedAs})` },
  );
  return table.toString();
}
