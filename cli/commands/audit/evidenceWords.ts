import { Kind, parse } from 'graphql';
import { signatories } from '../../../schema/agencies.ts';
import { readDatasetCatalogue } from '../../../schema/datasetCatalogue.ts';
import type { DisclosureRecord, RecordKind } from '../../../schema/disclosureRecord.ts';
import { datasetsDirectory, readSubgraphSchema, subgraphNames } from '../../../schema/files.ts';

/** A whole record, with its grounds, at its place in a log. */
export interface RecordedEntry {
  readonly origin: string;
  readonly index: number;
  readonly record: DisclosureRecord;
}

const kinds: Readonly<Record<RecordKind, string>> = {
  disclosure: 'Data was shown.',
  'break-glass': 'Data was shown in an emergency.',
  change: 'A change was made, or tried, and nothing was shown.',
  refusal: 'Data was asked for and refused.',
  search: 'A person or a record was looked for.',
  'log-reading': 'The log of disclosures was read.',
  introspection: 'The schema was read.',
};

const bases = {
  public: 'open to everybody',
  key: 'identifiers',
  owner: 'seen by the owner’s own staff',
  approval: 'under an approval of the agreement',
} as const;

/** The record in sentences, for a reader who knows neither the system nor its codes. Says nothing that is not in it. */
export function evidenceWords({ origin, index, record }: RecordedEntry): string {
  const { datasets } = readDatasetCatalogue(datasetsDirectory);
  const { fields, purposes } = readDescriptions();
  const dataset = (id: string): string => {
    const known = datasets.get(id);
    return known === undefined ? id : `${known.title} (${id}): ${known.description}`;
  };
  const field = (coordinate: string): string => {
    const text = fields.get(coordinate);
    return text === undefined ? coordinate : `${coordinate}: ${text}`;
  };
  const purpose = purposes.get(record.purpose);
  const lines: string[] = [
    kinds[record.kind],
    '',
    `When:     ${record.time} (UTC)`,
    `Who:      ${record.requester}, of ${agencyName(record.agency)}`,
    `Role:     ${record.roles.join(', ') || 'none'}`,
    `Purpose:  ${record.purpose}${purpose === undefined ? '' : `: ${purpose}`}`,
    `Case:     ${record.case ?? 'none was named'}`,
    `About:    ${record.person === undefined ? 'no person' : `the person whom this log names ${record.person} (key ${record.epoch}); only the operator can say who that is`}`,
    `Request:  ${record.request}, operation ${record.operation.name ?? ''} ${record.operation.hash}`.replace('  ', ' '),
    `Program:  ${record.client === undefined ? 'not named' : [record.client.name, record.client.version ?? ''].join(' ').trim()}`,
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
        ([coordinate, forms]) => `${coordinate} in the form ${forms.join(' or ')}`,
      ),
    ]);
  }
  for (const group of record.empty ?? []) {
    section('Asked for, and there was nothing:', [
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
    section('Looked for:', [
      `field ${field(searched)}`,
      `found ${found}`,
      `what was searched for, as a hash: ${criteria}`,
    ]);
  }
  for (const { field: done, ids } of record.effects ?? []) {
    section(ids.length === 0 ? 'Tried, without effect:' : 'Changed:', [`field ${field(done)}`, ...ids]);
  }
  if (record.emergency !== undefined) {
    section('Emergency:', [`reason ${record.emergency.reason}`, `reference ${record.emergency.reference}`]);
  }
  return `${lines.join('\n')}\n`;
}

function agencyName(code: string): string {
  const known = signatories.find((agency) => agency.code === code);
  return known === undefined ? code : `${known.name} (${code})`;
}

/** Descriptions of fields and purposes, as the agencies' schemas give them. The first system that describes a field counts. */
function readDescriptions() {
  const fields = new Map<string, string>();
  const purposes = new Map<string, string>();
  for (const name of subgraphNames) {
    for (const type of parse(readSubgraphSchema(name)).definitions) {
      if (type.kind === Kind.ENUM_TYPE_DEFINITION && type.name.value === 'Purpose') {
        for (const value of type.values ?? []) {
          // Some are described by their HL7 code alone, which tells a reader nothing.
          const text = value.description?.value;
          if (text !== undefined && /[a-z]/.test(text)) purposes.set(value.name.value, text);
        }
      }
      if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.OBJECT_TYPE_EXTENSION) continue;
      for (const field of type.fields ?? []) {
        const coordinate = `${type.name.value}.${field.name.value}`;
        const text = field.description?.value.replaceAll(/\s+/g, ' ');
        if (text !== undefined && !fields.has(coordinate)) fields.set(coordinate, text);
      }
    }
  }
  return { fields, purposes };
}
