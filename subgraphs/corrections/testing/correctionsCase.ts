import { type AgencyCase, barred } from '../../kit/testing/agencyCase.ts';

export const correctionsCase: AgencyCase = {
  system: 'corrections',
  field: 'corrections',
  key: 'idocNumber',
  rows: `
      insert into custody_record values ('A', 'IN_CUSTODY', 'Dixon', '2024-03-01', 'COURT', '2027-06-01', '2029-06-01', null, false,
        '{no alcohol}', 'PA-7', 'MEDIUM', true, '{former partner}', '{Welding}', true, '{${barred}}', '${barred}', '{${barred}}', '${barred}');
      insert into sentence values ('A', '24CF1', 'CLASS_2', 1, 'Burglary', '2024-02-01', 5, 6, 'Peoria'), ('A', '20CF9', 'M', 2, 'Other', '2020-02-01', 1, 0, 'Cook')`,
  expected: {
    status: 'IN_CUSTODY',
    parentInstitution: 'Dixon',
    admissionDate: '2024-03-01',
    admissionType: 'COURT',
    projectedMsrDate: '2027-06-01',
    projectedDischargeDate: '2029-06-01',
    lastParoledDate: null,
    sentences: [
      {
        mittimus: '24CF1',
        class: 'CLASS_2',
        counts: 1,
        offense: 'Burglary',
        custodyDate: '2024-02-01',
        sentenceYears: 5,
        sentenceMonths: 6,
        county: 'Peoria',
      },
      {
        mittimus: '20CF9',
        class: 'M',
        counts: 2,
        offense: 'Other',
        custodyDate: '2020-02-01',
        sentenceYears: 1,
        sentenceMonths: 0,
        county: 'Cook',
      },
    ],
    violentOffenderRegistration: false,
    msrConditions: ['no alcohol'],
    paroleAgent: 'PA-7',
    supervisionLevel: 'MEDIUM',
    visitsAllowed: true,
    noContactOrders: ['former partner'],
    programs: ['Welding'],
    highSchoolEquivalency: true,
  },
  history: {
    field: 'correctionsHistory',
    rows: `
      insert into event values ('A', '2024-03-01', 0, null, 'ADMISSION', 'Stateville'), ('A', '2024-05-05', 1, null, 'TRANSFER', 'Dixon'),
        ('A', '2024-07-07', 2, null, 'TREATMENT_TRANSFER', '${barred}'), ('A', '2024-08-08', 3, null, 'DISCIPLINE', '${barred}')`,
    expected: [
      { date: '2024-03-01', until: null, ongoing: true, kind: 'ADMISSION', facility: 'Stateville' },
      { date: '2024-05-05', until: null, ongoing: false, kind: 'TRANSFER', facility: 'Dixon' },
    ],
  },
  lookup: {
    query: '{ custodyRecord(idocNumber: "A") { idocNumber status person { idocNumber } } }',
    expected: { custodyRecord: { idocNumber: 'A', status: 'IN_CUSTODY', person: { idocNumber: 'A' } } },
  },
  barredFields: ['disciplinaryRecord', 'gangAffiliation', 'grievances', 'mentalHealthTreatment'],
};
