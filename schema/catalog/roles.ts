/** Roles of agency staff. The list is closed: any other role opens nothing, and no approval can name it. */
export const STAFF_ROLES = [
  'CASEWORKER',
  'INVESTIGATOR',
  'SUPERVISOR',
  /** Requests data for an agency, and responds to the requests of others. */
  'DATA_OFFICER',
  /** At DOIT: acts for the state's chief information officer. At an agency: reviews what emergencies opened. */
  'DATA_STEWARD',
  /** The Governor's chief operating officer. */
  'COO',
  'FEDERAL_LIAISON',
  'AUDITOR',
] as const;

export type StaffRole = (typeof STAFF_ROLES)[number];

/** A member of the public who reads about themselves. Never staff, so no approval covers this role. */
export const RESIDENT = 'RESIDENT';

/** Publishes the subgraphs of an agency. It opens no data, so no approval covers this role. */
export const SCHEMA_PUBLISHER = 'SCHEMA_PUBLISHER';

/** Every role that a token may carry. */
export const roles = [...STAFF_ROLES, SCHEMA_PUBLISHER, RESIDENT] as const;

export type Role = (typeof roles)[number];

export function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text);
}
