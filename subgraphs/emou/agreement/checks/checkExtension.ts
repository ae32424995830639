import type { AgreementSettings } from '../settings.ts';
import type { Proceedings } from '../status/proceedings.ts';
import { type Refusal, refuse } from './refusal.ts';

/** Checks the extension that the owner may take once, on its own. */
export function checkExtension(days: number, settings: AgreementSettings): Refusal | undefined {
  if (Number.isInteger(days) && days >= 1 && days <= settings.extensionBusinessDays) return undefined;
  return refuse(
    'EXTENSION_NOT_ALLOWED',
    `An extension is 1 to ${settings.extensionBusinessDays} business days, not ${days}.`,
    'Choose fewer days.',
  );
}

/** Checks a longer extension, which needs the requester's consent. The limit holds however often they agree. */
export function checkProposedExtension(
  days: number,
  proceedings: Proceedings,
  settings: AgreementSettings,
): Refusal | undefined {
  const most = settings.agreedExtensionBusinessDays;
  if (Number.isInteger(days) && days > proceedings.extraDays && days <= most) return undefined;
  return refuse(
    'EXTENSION_NOT_ALLOWED',
    `Both sides may agree on ${proceedings.extraDays + 1} to ${most} business days beyond the first, not on ${days}.`,
    'Choose another number; an extension cannot be shorter than the one before.',
  );
}
