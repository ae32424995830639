import type { Resolvers } from '../../schema/generated/education.ts';
import { loadReference } from '../kit/database/loadReference.ts';
import type { EducationPerson, EnrollmentRecord } from './records.ts';

const personOf = (sisId: string, record?: EnrollmentRecord): EducationPerson => ({ sisId, record });

export const resolvers: Resolvers = {
  Query: {
    student: (_query, { sisId }, { loaders }) => loaders.enrollment.load(sisId),
  },
  Person: {
    __resolveReference: ({ sisId }, { loaders }) => loadReference(loaders.enrollment, sisId, personOf),
    education: ({ sisId, record }, _args, { loaders }) => record ?? loaders.enrollment.load(sisId),
    educationHistory: ({ sisId }, _args, { loaders }) => loaders.events.load(sisId),
  },
  Student: {
    person: ({ sisId }) => personOf(sisId),
  },
  SchoolEnrollment: {
    homeSchool: ({ homeSchoolRcdts, homeSchoolName }) => ({ rcdts: homeSchoolRcdts, name: homeSchoolName }),
    servingSchool: ({ servingSchoolRcdts, servingSchoolName }) => ({
      rcdts: servingSchoolRcdts,
      name: servingSchoolName,
    }),
  },
};
