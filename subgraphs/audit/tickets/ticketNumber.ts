import { randomBytes } from 'node:crypto';

/** Crockford's base 32: no I, L, O, or U, which are misread on paper. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const PREFIX = { print: 'PR', export: 'EX' } as const;
export type TicketKind = keyof typeof PREFIX;

/** A number that a person can read from paper, with 40 random bits, so that nobody can make one up: PR-7K3D-9QXM. */
export function newTicketNumber(kind: TicketKind): string {
  const digits = [...randomBytes(8)].map((byte) => DIGITS[byte & 31]).join('');
  return `${PREFIX[kind]}-${digits.slice(0, 4)}-${digits.slice(4)}`;
}
