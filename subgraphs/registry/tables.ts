import type { LoggedTable } from '../kit/administration/loggedTable.ts';

const event = 'publication';

/** Texts of publications and supergraphs, found by their digest. */
export const contentTable = {
  name: 'content',
  key: ['digest', 'part'],
  event,
  writtenBy: { subject: 'registry', agency: 'DOIT', time: 'written_at' },
} as const satisfies LoggedTable;

export const publicationTable = {
  name: 'publication',
  key: ['number'],
  event,
  writtenBy: { subject: 'subject', agency: 'agency', time: 'published_at' },
} as const satisfies LoggedTable;

export const decisionTable = {
  name: 'publication_decision',
  key: ['number'],
  event,
  writtenBy: { subject: 'subject', agency: 'agency', time: 'decided_at' },
} as const satisfies LoggedTable;

export const supergraphTable = {
  name: 'supergraph',
  key: ['number'],
  event,
  writtenBy: { subject: 'subject', agency: 'agency', time: 'composed_at' },
} as const satisfies LoggedTable;

export const acceptedFindingTable = {
  name: 'accepted_finding',
  key: ['accepted_id'],
  identity: 'accepted_id',
  event,
  writtenBy: { subject: 'subject', agency: 'agency', time: 'accepted_at' },
} as const satisfies LoggedTable;

export const manifestTable = {
  name: 'document_manifest',
  key: ['number'],
  event,
  writtenBy: { subject: 'subject', agency: 'agency', time: 'published_at' },
} as const satisfies LoggedTable;

/** In the order in which a change writes them. */
export const comparedTables = [
  publicationTable,
  decisionTable,
  supergraphTable,
  acceptedFindingTable,
  manifestTable,
] as const;
