import type * as naive from './naiveModel.ts';

export const FIELDS = ['T.a', 'T.b', 'T.c'];
export const BARRED = 'T.barred';

const needs = { citation: '', factualBasis: 'Facts.', officerTitle: 'Privacy officer' };
const CONSENT_CURES = { ...needs, code: 'FED-MED-2', citation: '42 CFR 431.306(d)' };
const LESS_CURES = { ...needs, code: 'HIPAA-2', citation: '45 CFR 164.502(b)' };
const NO_REASON = { ...needs, code: 'OUR_POLICY', citation: 'Handbook' };

/** One way to write a letter: what the real procedure gets, what the clerk notes down, and whether it is well written. */
export interface Draft {
  readonly kind: string;
  readonly side: 'REQUESTER' | 'OWNER' | 'CIO' | 'COO' | 'FEDERAL';
  readonly payload?: Readonly<Record<string, unknown>>;
  readonly notes?: Partial<naive.Letter>;
  readonly well: boolean;
  /** What is given, or offered, ends so many days later. */
  readonly endsAfterDays?: number;
}

export const plain = (kind: string, side: Draft['side']): Draft => ({ kind, side, well: true });
export const LETTERS: readonly Draft[] = [
  plain('SUBMIT', 'REQUESTER'),
  plain('WITHDRAW', 'REQUESTER'),
  plain('ASK_INFORMATION', 'OWNER'),
  plain('GIVE_INFORMATION', 'REQUESTER'),
  ...[1, 5, 6].map((days): Draft => {
    const payload = { businessDays: days, reason: 'FOIA_3E_II' };
    return { kind: 'EXTEND', side: 'OWNER', payload, notes: { days }, well: days <= 5 };
  }),
  { kind: 'APPROVE', side: 'OWNER', payload: {}, notes: { fields: FIELDS }, well: true },
  {
    kind: 'APPROVE',
    side: 'OWNER',
    payload: { grant: { months: 4 } },
    notes: { fields: FIELDS, months: 4 },
    well: true,
  },
  {
    kind: 'APPROVE',
    side: 'OWNER',
    payload: { grant: { fields: ['T.a'], conditions: [['WARD']] }, denials: [CONSENT_CURES] },
    notes: { fields: ['T.a'] },
    well: true,
  },
  { kind: 'APPROVE', side: 'OWNER', payload: { grant: { fields: ['T.a'] } }, well: false },
  { kind: 'APPROVE', side: 'OWNER', payload: { grant: { fields: [...FIELDS, BARRED] } }, well: false },
  { kind: 'DENY', side: 'OWNER', payload: { denials: [CONSENT_CURES] }, well: true },
  {
    kind: 'DENY',
    side: 'OWNER',
    payload: { denials: [LESS_CURES], offer: { fields: ['T.b'] } },
    notes: { offer: ['T.b'] },
    well: true,
  },
  { kind: 'DENY', side: 'OWNER', payload: { denials: [LESS_CURES] }, well: false },
  { kind: 'DENY', side: 'OWNER', payload: { denials: [NO_REASON] }, well: false },
  {
    kind: 'DENY',
    side: 'OWNER',
    payload: { denials: [LESS_CURES], offer: { fields: ['T.b'] } },
    notes: { offer: ['T.b'] },
    endsAfterDays: 20,
    well: true,
  },
  { kind: 'APPROVE', side: 'OWNER', payload: {}, notes: { fields: FIELDS }, endsAfterDays: 40, well: true },
  { kind: 'OVERTURN', side: 'CIO', payload: {}, endsAfterDays: 40, well: true },
  ...[8, 30, 61].map((days): Draft => {
    const payload = { businessDays: days, reason: 'FOIA_3E_II' };
    return { kind: 'PROPOSE_EXTENSION', side: 'OWNER', payload, notes: { days }, well: days <= 60 };
  }),
  plain('AGREE_EXTENSION', 'REQUESTER'),
  { kind: 'ASK_RENEWAL', side: 'REQUESTER', payload: { months: 6 }, notes: { months: 6 }, well: true },
  plain('ACCEPT_OFFER', 'REQUESTER'),
  plain('ESCALATE', 'REQUESTER'),
  { kind: 'OVERTURN', side: 'CIO', payload: {}, well: true },
  {
    kind: 'OVERTURN',
    side: 'CIO',
    payload: { grant: { fields: ['T.c'], months: 2 } },
    notes: { fields: ['T.c'], months: 2 },
    well: true,
  },
  { kind: 'OVERTURN', side: 'CIO', payload: { grant: { fields: ['T.a', 'T.a'] } }, well: false },
  plain('UPHOLD', 'CIO'),
  plain('APPEAL', 'OWNER'),
  { kind: 'DECIDE', side: 'COO', payload: { outcome: 'SUSTAIN' }, notes: { sustain: true }, well: true },
  { kind: 'DECIDE', side: 'COO', payload: { outcome: 'REVERSE' }, notes: { sustain: false }, well: true },
  {
    kind: 'REQUEST_FEDERAL_APPROVAL',
    side: 'FEDERAL',
    payload: { from: 'CMS', rule: '42 CFR 431.306' },
    well: true,
  },
  { kind: 'REQUEST_FEDERAL_APPROVAL', side: 'FEDERAL', payload: { from: 'CMS', rule: ' ' }, well: false },
  { kind: 'FEDERAL_APPROVE', side: 'FEDERAL', payload: { reference: 'Letter' }, well: true },
  { kind: 'FEDERAL_REFUSE', side: 'FEDERAL', payload: { reference: 'Letter' }, well: true },
  plain('SUSPEND', 'OWNER'),
  plain('SUSPEND', 'CIO'),
  plain('LIFT', 'OWNER'),
  plain('LIFT', 'CIO'),
  { kind: 'RENEW', side: 'OWNER', payload: { months: 12 }, notes: { months: 12 }, well: true },
  { kind: 'RENEW', side: 'OWNER', payload: { months: 37 }, well: false },
  {
    kind: 'REVOKE',
    side: 'OWNER',
    payload: { ground: 'LEGAL_BAR', denial: CONSENT_CURES },
    notes: { ground: 'LEGAL_BAR' },
    well: true,
  },
  { kind: 'REVOKE', side: 'OWNER', payload: { ground: 'LEGAL_BAR', denial: NO_REASON }, well: false },
  {
    kind: 'REVOKE',
    side: 'OWNER',
    payload: { ground: 'BREACH_OF_TERMS' },
    notes: { ground: 'BREACH_OF_TERMS' },
    well: true,
  },
  {
    kind: 'REVOKE',
    side: 'CIO',
    payload: { ground: 'LEGAL_BAR', denial: CONSENT_CURES },
    notes: { ground: 'LEGAL_BAR' },
    well: true,
  },
  {
    kind: 'REVOKE',
    side: 'REQUESTER',
    payload: { ground: 'NO_LONGER_NEEDED' },
    notes: { ground: 'NO_LONGER_NEEDED' },
    well: true,
  },
  {
    kind: 'REVOKE',
    side: 'REQUESTER',
    payload: { ground: 'BREACH_OF_TERMS' },
    notes: { ground: 'BREACH_OF_TERMS' },
    well: true,
  },
];

/** Content that is in order for kinds of which no letter above fits at the moment. */
export const WITNESSES: readonly object[] = [
  {},
  { businessDays: 60, reason: 'FOIA_3E_VII' },
  { businessDays: 1, reason: 'FOIA_3E_VII' },
  { months: 1 },
  { reference: 'Letter 1' },
  { from: 'CMS', rule: '42 CFR 431.306' },
  { grant: {}, denials: [] },
  { denials: [CONSENT_CURES] },
  { ground: 'BREACH_OF_TERMS' },
  { ground: 'NO_LONGER_NEEDED' },
  {
    terms: {
      dataset: 'medicaid.test',
      purpose: 'FOSTER_CARE_CASE',
      roles: ['CASEWORKER'],
      population: 'Wards',
      legalBasis: '42 CFR 431.302',
      retentionDays: 30,
      months: 4,
      startsOn: null,
    },
  },
];

/** How often a letter is chosen among those that would be taken: endings seldom, so that stories get to the rare corners. */
export const WEIGHTS: Readonly<Record<string, number>> = {
  SUBMIT: 20,
  DENY: 14,
  ESCALATE: 12,
  OVERTURN: 12,
  UPHOLD: 3,
  APPEAL: 20,
  DECIDE: 24,
  LIFT: 6,
  RENEW: 12,
  GIVE_INFORMATION: 6,
  REQUEST_FEDERAL_APPROVAL: 1,
  FEDERAL_APPROVE: 4,
  FEDERAL_REFUSE: 1,
  WITHDRAW: 1,
  REVOKE: 1,
};

export const DESKS: Readonly<Record<Draft['side'], readonly [agency: string, role: string]>> = {
  REQUESTER: ['DCFS', 'DATA_OFFICER'],
  OWNER: ['HFS', 'DATA_OFFICER'],
  CIO: ['DOIT', 'DATA_STEWARD'],
  COO: ['GOV', 'COO'],
  FEDERAL: ['HFS', 'FEDERAL_LIAISON'],
};
export const SIDES = ['REQUESTER', 'OWNER', 'CIO', 'COO', 'FEDERAL'] as const;
