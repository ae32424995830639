import type { AgencyCase } from '../../kit/testing/agencyCase.ts';

export const childwelfareCase: AgencyCase = {
  system: 'childwelfare',
  field: 'childWelfare',
  key: 'cypId',
  rows: `
      insert into child_welfare_case values ('C', 'OPEN', 'Peoria', '2026-12-15', 'dcfs.caseworker');
      insert into child values ('A', 'C', 'GUARDIANSHIP', '2024-04-01', '{PARENT_INCARCERATION,NEGLECT}', 'RELATIVES', false,
        'GUARDIANSHIP_ADMINISTRATOR', 'RELATIVE_FOSTER_HOME', '2024-04-02', 'Peoria', 'CLOSED', 'INDICATED'),
        ('B', 'C', 'INTACT', null, '{}', 'REUNIFY', false, 'PARENT', null, null, null, null, null)`,
  expected: {
    status: 'OPEN',
    caseNumber: 'C',
    legalStatus: 'GUARDIANSHIP',
    removalDate: '2024-04-01',
    removalReasons: ['PARENT_INCARCERATION', 'NEGLECT'],
    permanencyGoal: 'RELATIVES',
    caseworker: 'dcfs.caseworker',
    court: 'Peoria',
    nextHearing: '2026-12-15',
    icwaIndicator: false,
    siblings: [{ cypId: 'B' }],
    medicalConsentAuthority: 'GUARDIANSHIP_ADMINISTRATOR',
    placementType: 'RELATIVE_FOSTER_HOME',
    placementStart: '2024-04-02',
    assignedWorkers: [],
    placementCounty: 'Peoria',
    investigationStatus: 'CLOSED',
    finding: 'INDICATED',
  },
  history: {
    field: 'childWelfareHistory',
    rows: `
      insert into event values ('A', '2024-03-20', 0, null, 'REPORT', null), ('A', '2024-03-21', 1, '2024-05-01', 'INVESTIGATION', null), ('A', '2024-04-01', 2, null, 'REMOVAL', null),
        ('A', '2024-04-02', 3, '2024-06-06', 'PLACEMENT', 'SHELTER'), ('A', '2024-06-07', 4, '2024-07-07', 'PLACEMENT', 'PSYCHIATRIC_HOSPITAL'),
        ('A', '2024-07-08', 5, null, 'PLACEMENT', 'RELATIVE_FOSTER_HOME'), ('A', '2024-09-09', 6, null, 'HEARING', null)`,
    expected: [
      { date: '2024-04-01', until: null, ongoing: false, kind: 'REMOVAL', placementType: null },
      { date: '2024-04-02', until: '2024-06-06', ongoing: false, kind: 'PLACEMENT', placementType: 'SHELTER' },
      { date: '2024-07-08', until: null, ongoing: true, kind: 'PLACEMENT', placementType: 'RELATIVE_FOSTER_HOME' },
      { date: '2024-09-09', until: null, ongoing: false, kind: 'HEARING', placementType: null },
    ],
  },
  lookup: {
    query: '{ childWelfareCase(number: "C") { number status children { cypId } } }',
    expected: { childWelfareCase: { number: 'C', status: 'OPEN', children: [{ cypId: 'A' }, { cypId: 'B' }] } },
  },
  barredFields: ['reporter'],
};
