import type { AgencyCase } from '../../kit/testing/agencyCase.ts';

export const tanfCase: AgencyCase = {
  system: 'tanf',
  field: 'tanf',
  key: 'tanfClientId',
  rows: `
      insert into tanf_case values ('C', 'ACTIVE', 'A', false, '2026-01-05', '2026-12-31', '2026-12-01', 2, 'Peoria FCRC', 48600, 52500, '2026-10-15');
      insert into client values ('A', 'C', 14, 1, '{JOB_SEARCH,PARENTING}', true), ('B', 'C', 0, 0, '{}', false)`,
  expected: {
    status: 'ACTIVE',
    caseNumber: 'C',
    payee: { tanfClientId: 'A' },
    childOnly: false,
    approvalDate: '2026-01-05',
    certificationEnd: '2026-12-31',
    redeterminationDue: '2026-12-01',
    unitSize: 2,
    office: 'Peoria FCRC',
    grantAmount: 48600,
    paymentLevel: 52500,
    lastPaymentDate: '2026-10-15',
    monthsCounted: 14,
    sanctionLevel: 1,
    serviceActivities: ['JOB_SEARCH', 'PARENTING'],
  },
  history: {
    field: 'tanfHistory',
    rows: `
      insert into event values ('A', '2026-01-05', 1, '2026-12-31', 'CERTIFICATION', null, null), ('A', '2025-12-20', 0, null, 'APPLICATION', null, null),
        ('A', '2026-03-03', 2, null, 'CHANGE', 'INCOME', null), ('A', '2026-02-02', 3, null, 'DOMESTIC_VIOLENCE_EXCLUSION', null, null),
        ('B', '2025-12-20', 0, null, 'APPLICATION', null, null)`,
    expected: [
      { date: '2025-12-20', until: null, ongoing: false, kind: 'APPLICATION', change: null, closureReason: null },
      {
        date: '2026-01-05',
        until: '2026-12-31',
        ongoing: true,
        kind: 'CERTIFICATION',
        change: null,
        closureReason: null,
      },
      { date: '2026-03-03', until: null, ongoing: false, kind: 'CHANGE', change: 'INCOME', closureReason: null },
    ],
  },
  lookup: {
    query: '{ tanfCase(number: "C") { number status payee { tanfClientId } members { tanfClientId } } }',
    expected: {
      tanfCase: {
        number: 'C',
        status: 'ACTIVE',
        payee: { tanfClientId: 'A' },
        members: [{ tanfClientId: 'A' }, { tanfClientId: 'B' }],
      },
    },
  },
  barredFields: ['domesticViolenceExclusion'],
};
