import { type AgencyCase, barred } from '../../kit/testing/agencyCase.ts';

export const medicaidCase: AgencyCase = {
  system: 'medicaid',
  field: 'medicaid',
  key: 'medicaidRin',
  rows: `
      insert into coverage values ('A', 'ACTIVE', 'FOSTER_CARE', 'NON_MAGI', '2025-01-01', null, 3, '2026-12-31',
        '2026-11-30', 'YOUTHCARE', 'SELF', false, 'Dr. Okafor', '1234567893', '2026-05-05', true, '{J45.909,F32.9,Z21,b20,Z00.129}', 'CHILD-WAIVER',
        '{F10.10${barred}}', '{B20${barred}}', '{F20.9${barred}}', 1500, true, 'NONE', 777777),
        ('B', 'CANCELLED', 'ACA_ADULT', 'MAGI', '2024-01-01', '2024-12-31', 0, null, null, 'COUNTYCARE', 'SELF', false, null, null,
        null, null, '{}', null, '{}', '{}', '{}', null, false, 'NONE', null)`,
  expected: {
    status: 'ACTIVE',
    eligibilityGroup: 'FOSTER_CARE',
    magiBasis: 'NON_MAGI',
    coverageStart: '2025-01-01',
    coverageEnd: null,
    retroactiveMonths: 3,
    redeterminationDate: '2026-12-31',
    continuousEligibilityThrough: '2026-11-30',
    managedCarePlan: 'YOUTHCARE',
    relationship: 'SELF',
    emergencyOnly: false,
    primaryCareProvider: { name: 'Dr. Okafor', npi: '1234567893' },
    lastWellChildVisit: '2026-05-05',
    immunizationsUpToDate: true,
    diagnoses: ['J45.909', 'Z00.129'],
    waiverProgram: 'CHILD-WAIVER',
    spendDownAmount: 1500,
    thirdPartyLiability: true,
    medicareDualStatus: 'NONE',
  },
  history: {
    field: 'medicaidHistory',
    rows: `
      insert into event values ('A', '2025-01-01', 1, null, 'ENROLLMENT', 'YOUTHCARE'), ('A', '2023-01-01', 0, '2024-06-30', 'ENROLLMENT', 'COUNTYCARE'),
        ('A', '2024-06-30', 2, null, 'EXIT', null), ('A', '2025-02-02', 3, null, 'TREATMENT', null), ('B', '2024-01-01', 0, '2024-12-31', 'ENROLLMENT', 'COUNTYCARE')`,
    expected: [
      { date: '2023-01-01', until: '2024-06-30', ongoing: false, kind: 'ENROLLMENT', plan: 'COUNTYCARE' },
      { date: '2024-06-30', until: null, ongoing: false, kind: 'EXIT', plan: null },
      { date: '2025-01-01', until: null, ongoing: true, kind: 'ENROLLMENT', plan: 'YOUTHCARE' },
    ],
  },
  lookup: {
    query:
      '{ medicaidRecipient(rin: "B") { rin status person { medicaidRin medicaid { primaryCareProvider { name } } } } }',
    expected: {
      medicaidRecipient: {
        rin: 'B',
        status: 'CANCELLED',
        person: { medicaidRin: 'B', medicaid: { primaryCareProvider: null } },
      },
    },
  },
  barredFields: ['substanceUseDiagnoses', 'hivDiagnoses', 'mentalHealthDiagnoses', 'magiIncome'],
};
