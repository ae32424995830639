import { parse } from 'yaml';
import { z } from 'zod';
import { signatories } from '../../../schema/catalog/agencies.ts';
import { SettingError } from '../../../schema/values/settingError.ts';
import { type AgreementSettings, DEFAULT_SETTINGS } from './settings.ts';

/** The parties' settings beyond the text of the memorandum, as data. */
export interface AgreementData {
  readonly settings: AgreementSettings;
  /** Local time in Chicago, HH:MM, from which a request counts as received on the next business day; null: never. */
  readonly cutOff: string | null;
  /** Agencies that have signed. */
  readonly signatories: readonly string[];
}

const codes = signatories.map(({ code }) => code);
const days = z.number().int().min(1).max(400);
const DEFAULTS = DEFAULT_SETTINGS;

const AgreementFile = z.strictObject({
  responseBusinessDays: days.default(DEFAULTS.responseBusinessDays),
  extensionBusinessDays: days.default(DEFAULTS.extensionBusinessDays),
  agreedExtensionBusinessDays: days.default(DEFAULTS.agreedExtensionBusinessDays),
  appealBusinessDays: days.default(DEFAULTS.appealBusinessDays),
  appealTargetHours: z.number().int().min(1).max(10_000).default(DEFAULTS.appealTargetHours),
  appealStaysAccess: z.boolean().default(DEFAULTS.appealStaysAccess),
  maximumMonths: z.number().int().min(1).max(120).default(DEFAULTS.maximumMonths),
  renewalWindowDays: z.number().int().min(1).max(3_650).default(DEFAULTS.renewalWindowDays),
  cutOff: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as "17:00"')
    .nullable()
    .default(null),
  stewardAgency: z.enum(codes).default('DOIT'),
  appealAgency: z
    .string()
    .regex(/^[A-Z][A-Z_]{1,15}$/, 'must be an agency code')
    .default(DEFAULTS.appealAgency),
  signatories: z.array(z.enum(codes)).min(2).default(codes),
});

/**
 * Parses the parties' settings (YAML or JSON). Without text, returns the proposed settings.
 *
 * @throws SettingError that names what is wrong
 */
export function readAgreementFile(text: string | undefined): AgreementData {
  let content: unknown;
  try {
    content = text === undefined ? {} : (parse(text) ?? {});
  } catch {
    throw new SettingError('The file PERSON360_AGREEMENT_FILE is neither YAML nor JSON.');
  }
  const result = AgreementFile.safeParse(content);
  if (!result.success) {
    const problems = result.error.issues.map(({ path, message }) => [...path, message].join(': '));
    throw new SettingError(`The file PERSON360_AGREEMENT_FILE is not valid: ${problems.join('; ')}.`);
  }
  const { cutOff, signatories: signed, ...settings } = result.data;
  return { settings, cutOff, signatories: signed };
}
