import type { AgencyCase } from '../../kit/testing/agencyCase.ts';

export const weatherizationCase: AgencyCase = {
  system: 'weatherization',
  field: 'weatherization',
  key: 'energyClientId',
  rows: `
      insert into application values ('C', 'A', 'AUDITED', 2026, 'PCCEO', 'PIPP', 60000, 'NAT_GAS', 'Ameren', 'NOTICE', 12345, '{ELDERLY,HIGH_BURDEN}', 88, 'TANF',
        'SITE_BUILT', 'OWN', 1954, 4, '2026-09-09', 1.35, 3200, null, '{AIR_SEAL,ATTIC_INSULATION}', '{MOLD}', null, null, 'DOE');
      insert into client values ('A', 'C'), ('B', 'C')`,
  expected: {
    status: 'AUDITED',
    programYear: 2026,
    localAgency: 'PCCEO',
    benefitType: 'PIPP',
    benefitAmount: 60000,
    fuelType: 'NAT_GAS',
    utilityVendor: 'Ameren',
    disconnectionStatus: 'NOTICE',
    arrearage: 12345,
    priorityGroups: ['ELDERLY', 'HIGH_BURDEN'],
    incomePercentOfPoverty: 88,
    categoricalBasis: 'TANF',
    applicant: { energyClientId: 'A' },
    dwellingType: 'SITE_BUILT',
    tenure: 'OWN',
    yearBuilt: 1954,
    occupants: 4,
    auditDate: '2026-09-09',
    savingsToInvestmentRatio: 1.35,
    blowerDoorPre: 3200,
    blowerDoorPost: null,
    measures: ['AIR_SEAL', 'ATTIC_INSULATION'],
    healthSafetyFindings: ['MOLD'],
    deferralReason: null,
    completionDate: null,
    fundingSource: 'DOE',
  },
  history: {
    field: 'weatherizationHistory',
    rows: `
      insert into event values ('A', '2026-09-09', 1, null, 'AUDIT', null), ('A', '2026-06-01', 0, null, 'APPLICATION', null), ('A', '2026-10-10', 2, null, 'MEASURE', 'AIR_SEAL')`,
    expected: [
      { date: '2026-06-01', until: null, ongoing: false, kind: 'APPLICATION', measure: null },
      { date: '2026-09-09', until: null, ongoing: false, kind: 'AUDIT', measure: null },
      { date: '2026-10-10', until: null, ongoing: false, kind: 'MEASURE', measure: 'AIR_SEAL' },
    ],
  },
  lookup: {
    query:
      '{ energyApplication(number: "C") { number status applicant { energyClientId } occupants { energyClientId } } }',
    expected: {
      energyApplication: {
        number: 'C',
        status: 'AUDITED',
        applicant: { energyClientId: 'A' },
        occupants: [{ energyClientId: 'A' }, { energyClientId: 'B' }],
      },
    },
  },
  barredFields: [],
};
