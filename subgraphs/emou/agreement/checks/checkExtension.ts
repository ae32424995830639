import type { AgreementSettings } from '../settings.ts';
import type { Facts } from '../status/facts.ts';
import { type Refusal, refuse } from './refusal.ts';

/** What the owner may take by itself, once. */
export function checkExtension(days: number, settings: AgreementSettings): Refusal | undefined {
  if (Number.isInteger(days) && days >= 1 && days <= settings.extensionBusinessDays) return undefined;
  return refuse(
    'EXTENSION_NOT_ALLOWED',
    `An extension is for 1 to ${settings.extensionBusinessDays} business days, not for ${days}.`,
    'Choose fewer days.',
  );
}

/** What needs the requester's consent: longer than what the owner has, however often they agree. */
export function checkProposedExtension(days: number, facts: Facts, settings: AgreementSettings): Refusal | undefined {
  const most = settings.agreedExtensionBusinessDays;
  if (Number.isInteger(days) && days > facts.extraDays && days <= most) return undefined;
  return refuse(
    'EXTENSION_NOT_ALLOWED',
    `Both sides may agree on ${facts.extraDays + 1} to ${most} business days beyond the first, not on ${days}.`,
    'Choose other days; an extension is never shorter than the one before.',
  );
}
