import { readDescriptions } from '../../../schema/catalog/descriptions.ts';
import type { DisclosureRecord, RecordKind } from '../../../schema/ledger/disclosureRecord.ts';

/** A complete record with its manifest and its position in a log. */
export interface RecordedEntry {
  readonly origin: string;
  readonly index: number;
  readonly record: DisclosureRecord;
}

const kinds: Readonly<Record<RecordKind, string>> = {
  disclosure: 'Data was shown.',
  'break-glass': 'Data was shown in an emergency.',
  change: 'A change was made or attempted. Nothing was shown.',
  refusal: 'Data was requested and refused.',
  search: 'A person or a record was searched for.',
  'log-reading': 'The log of disclosures was read.',
  introspection: 'The schema was read.',
  print: 'Data that had been shown was printed.',
  export: 'Data that had been shown was saved as a file.',
};

const bases = {
  public: 'open to everyone',
  key: 'identifiers',
  owner: 'to the owner’s own staff',
  approval: 'under an approval of the agreement',
} as const;

/**
 * Describes the record in sentences, for a reader who knows neither the system nor its codes. Adds nothing that is not
 * in it.
 */
export function evidenceWords({ origin, index, record }: RecordedEntry): string {
  const descriptions = readDescriptions();
  const agencyName = (code: string): string => {
    const name = descriptions.agency(code);
    return name === code ? code : `${name} (${code})`;
  };
  const dataset = (id: string): string => {
    const known = descriptions.dataset(id);
    return known === undefined ? id : `${known.title} (${id}): ${known.description}`;
  };
  const field = (coordinate: string): string => {
    const text = descriptions.field(coordinate);
    return text === undefined ? coordinate : `${coordinate}: ${text}`;
  };
  const purpose = descriptions.purpose(record.purpose);
  const lines: string[] = [
    kinds[record.kind],
    '',
    `When:     ${record.time} (UTC)`,
    `Who:      ${record.requester}, of ${agencyName(record.agency)}`,
    `Role:     ${record.roles.join(', ') || 'none'}`,
    `Purpose:  ${record.purpose}${purpose === undefined ? '' : `: ${purpose}`}`,
    `Case:     ${record.case ?? 'none given'}`,
    `About:    ${record.person === undefined ? 'no person' : `the person with the pseudonym ${record.person} (key ${record.epoch}); only the operator can identify them`}`,
    `Request:  ${record.request}, operation ${record.operation.name ?? ''} ${record.operation.hash}`.replace('  ', ' '),
    `Program:  ${record.client === undefined ? 'not given' : [record.client.name, record.client.version ?? ''].join(' ').trim()}`,
    `Log:      entry ${index} of ${origin}, decided at revision ${record.revision} of the approvals`,
  ];
  const section = (title: string, body: readonly string[]): void => {
    lines.push('', title, ...body.map((line) => `  ${line}`));
  };
  for (const group of record.disclosed ?? []) {
    section(`Shown, ${bases[group.basis]}:`, [
      ...group.datasets.map((id) => `dataset ${dataset(id)}`),
      ...group.owners.map((owner) => `owner ${agencyName(owner)}`),
      ...(group.approvals ?? []).map((approval) => `approval ${approval}`),
      ...(group.legalBasis ?? []).map((law) => `law ${law}`),
      ...group.fields.map((coordinate) => `field ${field(coordinate)}`),
      ...Object.entries(group.forms ?? {}).map(
        ([coordinate, forms]) => `${coordinate} masked as ${forms.join(' or ')}`,
      ),
    ]);
  }
  for (const group of record.empty ?? []) {
    section('Requested, but there was no data:', [
      ...group.datasets.map((id) => `dataset ${dataset(id)}`),
      ...group.fields.map((coordinate) => `field ${field(coordinate)}`),
    ]);
  }
  for (const refused of record.refused ?? []) {
    section('Refused:', [
      `field ${field(refused.field)}`,
      `reason ${refused.reason}`,
      ...(refused.dataset === null ? [] : [`dataset ${dataset(refused.dataset)}`]),
      ...(refused.owner === null ? [] : [`owner ${agencyName(refused.owner)}`]),
    ]);
  }
  if (record.search !== undefined) {
    const { field: searched, found, criteria } = record.search;
    section('Searched for:', [`field ${field(searched)}`, `found ${found}`, `hash of the search terms: ${criteria}`]);
  }
  for (const { field: done, ids } of record.effects ?? []) {
    section(ids.length === 0 ? 'Attempted, without effect:' : 'Changed:', [`field ${field(done)}`, ...ids]);
  }
  if (record.emergency !== undefined) {
    section('Emergency:', [`reason ${record.emergency.reason}`, `reference ${record.emergency.reference}`]);
  }
  return `${lines.join('\n')}\n`;
}
