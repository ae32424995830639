import type { DisclosureRecord } from '../../../schema/disclosureRecord.ts';
import type { PlacedRecord } from './readRecords.ts';

const DCM = 'http://dicom.nema.org/resources/ontology/DCM';
const PURPOSE_OF_USE = 'http://terminology.hl7.org/CodeSystem/v3-ActReason';
/** Purposes of the agreement that HL7 has a code for; the others stay text. */
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
 * FHIR R4 AuditEvent after IHE BALP: a disclosure as the profile "Privacy Disclosure Source", a search as a query. The
 * patient is named by the keyed reference, never by an identifier that others use.
 */
export function fhirAuditEvent({ index, record }: PlacedRecord, origin: string): object {
  const isDisclosure = record.kind === 'disclosure' || record.kind === 'break-glass';
  const owners = [...new Set((record.disclosed ?? []).flatMap((group) => group.owners))];
  const refusedBy = [...new Set((record.refused ?? []).flatMap(({ owner }) => owner ?? []))];
  return {
    resourceType: 'AuditEvent',
    id: `${index}`,
    meta: {
      profile: isDisclosure
        ? ['https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.PrivacyDisclosure.Source']
        : [],
    },
    type: isDisclosure
      ? { system: DCM, code: '110106', display: 'Export' }
      : {
          system: 'http://terminology.hl7.org/CodeSystem/audit-event-type',
          code: 'rest',
          display: 'RESTful Operation',
        },
    subtype: isDisclosure
      ? [
          {
            system: 'http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle',
            code: 'disclose',
            display: 'Disclose Record Lifecycle Event',
          },
        ]
      : [{ system: 'https://person360.illinois.example/audit-kind', code: record.kind }],
    action: record.kind === 'search' ? 'E' : 'R',
    recorded: record.time,
    // 4: minor failure, the action was refused.
    outcome: record.kind === 'refusal' ? '4' : '0',
    purposeOfEvent: [
      purposeOf(record),
      // The codes of overrides are of the same system.
      ...(record.emergency === undefined
        ? []
        : [{ coding: [{ system: PURPOSE_OF_USE, code: record.emergency.reason }], text: record.emergency.reference }]),
    ],
    agent: [
      ...[...owners, ...refusedBy].map((owner) => agent('110153', 'Source Role ID', owner, false)),
      {
        ...agent('110152', 'Destination Role ID', record.agency, true),
        name: record.requester,
        role: record.roles.map((role) => ({ text: role })),
      },
    ],
    source: { site: origin, observer: { display: 'person360 gateway' } },
    entity: [
      ...(record.person === undefined
        ? []
        : [
            {
              what: { identifier: { system: `urn:person360:reference:${record.epoch}`, value: record.person } },
              type: { system: 'http://terminology.hl7.org/CodeSystem/audit-entity-type', code: '1', display: 'Person' },
              role: { system: 'http://terminology.hl7.org/CodeSystem/object-role', code: '1', display: 'Patient' },
            },
          ]),
      ...fieldsOf(record).map(({ label, fields, legalBasis }) => ({
        type: {
          system: 'http://terminology.hl7.org/CodeSystem/audit-entity-type',
          code: '2',
          display: 'System Object',
        },
        role: { system: 'http://terminology.hl7.org/CodeSystem/object-role', code: '3', display: 'Report' },
        description: label,
        detail: [
          ...fields.map((field) => ({ type: 'field', valueString: field })),
          ...legalBasis.map((law) => ({ type: 'legal basis', valueString: law })),
        ],
      })),
      {
        what: { identifier: { value: record.request } },
        type: {
          system: 'https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType',
          code: 'XrequestId',
        },
        ...(record.case === undefined ? {} : { detail: [{ type: 'case', valueString: record.case }] }),
      },
    ],
  };
}

function purposeOf({ purpose }: DisclosureRecord): object {
  const code = purposeCodes[purpose];
  return code === undefined ? { text: purpose } : { coding: [{ system: PURPOSE_OF_USE, code }], text: purpose };
}

function agent(code: string, display: string, agency: string, requestor: boolean) {
  return { type: { coding: [{ system: DCM, code, display }] }, who: { identifier: { value: agency } }, requestor };
}

interface RecordedGroup {
  readonly label: string;
  readonly fields: readonly string[];
  readonly legalBasis: readonly string[];
}

function fieldsOf(record: DisclosureRecord): readonly RecordedGroup[] {
  return [
    ...(record.disclosed ?? []).map(({ datasets, basis, approvals, fields, legalBasis = [] }) => ({
      label: [datasets.join(' ') || 'no dataset', basis, ...(approvals ?? [])].join(', '),
      fields,
      legalBasis,
    })),
    ...(record.refused ?? []).map(({ field, dataset, reason }) => ({
      label: `refused: ${dataset ?? 'no dataset'}, ${reason}`,
      fields: [field],
      legalBasis: [],
    })),
  ];
}
