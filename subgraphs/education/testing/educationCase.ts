import type { AgencyCase } from '../../kit/testing/agencyCase.ts';

export const educationCase: AgencyCase = {
  system: 'education',
  field: 'education',
  key: 'sisId',
  rows: `
      insert into school values ('480721500252001', 'Lincoln'), ('480721500252002', 'Garfield');
      insert into student values ('A', 'ENROLLED', 2027, 'GRADE_05', '480721500252001', '480721500252002', '2026-08-17', null, null,
        90, 5, 5, false, 'es', true, 'AUTISM', '2027-03-01', false, 'FREE', 'FOSTER', false, true, '{}'),
        ('B', 'EXITED', 2027, 'GRADE_03', '480721500252001', '480721500252001', '2026-08-17', '2026-09-01', 'MOVED',
        91, 5, 4, false, 'en', false, null, null, false, 'PAID', null, false, false, '{}')`,
  expected: {
    status: 'ENROLLED',
    schoolYear: 2027,
    gradeLevel: 'GRADE_05',
    homeSchool: { rcdts: '480721500252001', name: 'Lincoln' },
    servingSchool: { rcdts: '480721500252002', name: 'Garfield' },
    enrollmentDate: '2026-08-17',
    exitDate: null,
    exitType: null,
    daysPresent: 90,
    daysExcused: 5,
    daysUnexcused: 5,
    chronicAbsence: true,
    englishLearner: false,
    nativeLanguage: 'es',
    iepIndicator: true,
    disabilityCode: 'AUTISM',
    iepReviewDate: '2027-03-01',
    plan504: false,
    mealStatus: 'FREE',
    directCertification: 'FOSTER',
    homelessStatus: false,
    fosterCareStatus: true,
    disciplineActions: [],
  },
  history: {
    field: 'educationHistory',
    rows: `
      insert into event values ('A', '2025-08-18', 0, '2026-01-16', 'ENROLLMENT', '480721500252001'), ('A', '2026-01-20', 1, '2026-06-05', 'TRANSFER', '480721500252002'),
        ('A', '2026-08-17', 2, null, 'ENROLLMENT', '480721500252002'), ('A', '2026-09-09', 3, null, 'DISCIPLINE', '480721500252002')`,
    expected: [
      { date: '2025-08-18', until: '2026-01-16', ongoing: false, kind: 'ENROLLMENT', school: 'Lincoln' },
      { date: '2026-01-20', until: '2026-06-05', ongoing: false, kind: 'TRANSFER', school: 'Garfield' },
      { date: '2026-08-17', until: null, ongoing: true, kind: 'ENROLLMENT', school: 'Garfield' },
    ],
  },
  lookup: {
    query: '{ student(sisId: "B") { sisId status person { sisId education { chronicAbsence exitType } } } }',
    expected: {
      student: {
        sisId: 'B',
        status: 'EXITED',
        person: { sisId: 'B', education: { chronicAbsence: false, exitType: 'MOVED' } },
      },
    },
  },
  barredFields: [],
};
