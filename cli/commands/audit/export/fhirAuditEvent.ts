import { createHash } from 'node:crypto';
import type { DisclosureRecord } from '../../../../schema/ledger/disclosureRecord.ts';
import type { PlacedRecord } from './readRecords.ts';

const DCM = 'http://dicom.nema.org/resources/ontology/DCM';
const ENTITY_TYPE = 'http://terminology.hl7.org/CodeSystem/audit-entity-type';
const OBJECT_ROLE = 'http://terminology.hl7.org/CodeSystem/object-role';
const PURPOSE_OF_USE = 'http://terminology.hl7.org/CodeSystem/v3-ActReason';
/** Purposes of the agreement that have an HL7 code; the others remain text. */
const purposeCodes: Readonly<Record<string, string>> = {
  BENEFIT_ELIGIBILITY: 'ELIGDTRM',
  BENEFIT_VERIFICATION: 'ELIGVER',
  CARE_COORDINATION: 'CAREMGT',
  PROGRAM_INTEGRITY: 'FRAUD',
  RESEARCH_DEIDENTIFIED: 'HRESCH',
  SUBJECT_REQUEST: 'PATRQT',
  EMERGENCY: 'ETREAT',
};

/**
 * Custodian: agencies that released data. The profile allows only one with its own code; several are listed under
 * HL7's.
 */
const CUSTODIAN = { system: 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType', code: 'CST' };
const PROFILE_CUSTODIAN = { system: 'http://snomed.info/sct', code: '159541003' };
const DATA_ABSENT = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';

/**
 * Converts a record to a FHIR R4 AuditEvent after IHE BALP: a disclosure with the profile "Privacy Disclosure Source",
 * a search as a query. The patient is identified by the keyed reference, never by an identifier that others use. FHIR
 * does not allow empty lists.
 */
export function fhirAuditEvent({ index, record }: PlacedRecord, origin: string): object {
  const isShown = record.kind === 'disclosure' || record.kind === 'break-glass';
  const isOutput = record.kind === 'print' || record.kind === 'export';
  const isDisclosure = isShown && record.person !== undefined;
  const owners = [...new Set((record.disclosed ?? []).flatMap((group) => group.owners))];
  const refusedBy = [...new Set((record.refused ?? []).flatMap(({ owner }) => owner ?? []))];
  const observer = { identifier: { value: origin }, display: 'person360 gateway' };
  return {
    resourceType: 'AuditEvent',
    id: resourceId(origin, index),
    ...(isDisclosure
      ? {
          meta: {
            profile: ['https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.PrivacyDisclosure.Source'],
          },
        }
      : {}),
    type:
      isShown || isOutput
        ? { system: DCM, code: '110106', display: 'Export' }
        : {
            system: 'http://terminology.hl7.org/CodeSystem/audit-event-type',
            code: 'rest',
            display: 'RESTful Operation',
          },
    subtype: isShown
      ? [
          {
            system: 'http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle',
            code: 'disclose',
            display: 'Disclose Record Lifecycle Event',
          },
        ]
      : [{ system: 'https://person360.illinois.example/audit-kind', code: record.kind }],
    action: record.effects !== undefined && !isOutput ? 'U' : record.kind === 'search' ? 'E' : 'R',
    recorded: record.time,
    // 4: minor failure, the action was refused.
    outcome: record.kind === 'refusal' ? '4' : '0',
    purposeOfEvent: [
      purposeOf(record),
      // The override codes are from the same system.
      ...(record.emergency === undefined
        ? []
        : [{ coding: [{ system: PURPOSE_OF_USE, code: record.emergency.reason }], text: record.emergency.reference }]),
    ],
    agent: [
      // The source is the observer; a machine name.
      {
        type: { coding: [{ system: DCM, code: '110153', display: 'Source Role ID' }] },
        who: observer,
        requestor: false,
        network: { address: origin, type: '1' },
      },
      ...[...new Set([...owners, ...refusedBy])].map((owner, _, all) => ({
        type: { coding: all.length === 1 ? [CUSTODIAN, PROFILE_CUSTODIAN] : [CUSTODIAN] },
        who: { identifier: { value: owner } },
        requestor: false,
      })),
      {
        type: { coding: [{ system: DCM, code: '110152', display: 'Destination Role ID' }] },
        ...(record.roles.length === 0 ? {} : { role: record.roles.map((role) => ({ text: role })) }),
        who: { identifier: { value: record.agency } },
        altId: record.requester,
        requestor: true,
        // Required by the profile; addresses are not recorded.
        network: { extension: [{ url: DATA_ABSENT, valueCode: 'unsupported' }] },
      },
    ],
    source: { site: origin, observer },
    entity: [
      ...(record.person === undefined
        ? []
        : [
            {
              what: {
                type: 'Patient',
                identifier: { system: `urn:person360:reference:${record.epoch}`, value: record.person },
              },
              type: { system: ENTITY_TYPE, code: '1', display: 'Person' },
              role: { system: OBJECT_ROLE, code: '1', display: 'Patient' },
            },
          ]),
      ...fieldsOf(record).map(({ label, details }) => ({
        type: { system: ENTITY_TYPE, code: '2', display: 'System Object' },
        role: { system: OBJECT_ROLE, code: '3', display: 'Report' },
        description: label,
        detail: details,
      })),
      ...(record.search === undefined
        ? []
        : [
            {
              type: { system: ENTITY_TYPE, code: '2', display: 'System Object' },
              role: { system: OBJECT_ROLE, code: '24', display: 'Query' },
              description: record.search.field,
              detail: [detail('criteria', record.search.criteria), detail('found', `${record.search.found}`)],
            },
          ]),
      {
        what: { identifier: { value: record.request } },
        type: {
          system: 'https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType',
          code: 'XrequestId',
        },
        ...(record.case === undefined ? {} : { detail: [detail('case', record.case)] }),
      },
    ],
  };
}

/** Derives a stable id that differs between logs: 32 hex digits of the hash of the log's name, and the index. */
function resourceId(origin: string, index: number): string {
  return `${createHash('sha256').update(origin).digest('hex').slice(0, 32)}-${index}`;
}

function detail(type: string, value: string) {
  return { type, valueString: value };
}

function purposeOf({ purpose }: DisclosureRecord): object {
  const code = purposeCodes[purpose];
  return code === undefined ? { text: purpose } : { coding: [{ system: PURPOSE_OF_USE, code }], text: purpose };
}

interface RecordedGroup {
  readonly label: string;
  readonly details: readonly { readonly type: string; readonly valueString: string }[];
}

function fieldsOf(record: DisclosureRecord): readonly RecordedGroup[] {
  return [
    ...(record.disclosed ?? []).map(({ datasets, basis, approvals, fields, legalBasis = [] }) => ({
      label: [datasets.join(' ') || 'no dataset', basis, ...(approvals ?? [])].join(', '),
      details: [
        ...fields.map((field) => detail('field', field)),
        ...legalBasis.map((law) => detail('legal basis', law)),
      ],
    })),
    ...(record.effects ?? []).map(({ field, ids }) => ({
      label: `done: ${field}`,
      details: [detail('field', field), ...ids.map((id) => detail('id', id))],
    })),
    ...(record.empty ?? []).map(({ datasets, fields }) => ({
      label: `empty: ${datasets.join(' ')}`,
      details: fields.map((field) => detail('field', field)),
    })),
    ...(record.refused ?? []).map(({ field, dataset, reason }) => ({
      label: `refused: ${dataset ?? 'no dataset'}, ${reason}`,
      details: [detail('field', field)],
    })),
  ];
}
