import { Role } from '../agreement/vocabulary.ts';

/** Roles as gateways are told them: an agreement for every role that there is is for anybody of the agency (null). */
export function rolesCovered(roles: readonly Role[]): readonly Role[] | null {
  return Role.options.every((role) => roles.includes(role)) ? null : roles;
}
