import { z } from 'zod';

/** Reasons for an extension, taken from 5 ILCS 140/3(e)(i)-(vii). */
export const ExtensionReason = z.enum([
  'FOIA_3E_I',
  'FOIA_3E_II',
  'FOIA_3E_III',
  'FOIA_3E_IV',
  'FOIA_3E_V',
  'FOIA_3E_VI',
  'FOIA_3E_VII',
]);
export type ExtensionReason = z.infer<typeof ExtensionReason>;

export const EXTENSION_REASONS: Readonly<Record<ExtensionReason, string>> = {
  FOIA_3E_I: 'The data is stored, in whole or in part, at another location.',
  FOIA_3E_II: 'The request asks for a substantial number of records.',
  FOIA_3E_III: 'The request is categorical and needs an extensive search.',
  FOIA_3E_IV: 'A routine search has not found the data; more effort is needed.',
  FOIA_3E_V: 'Experts must determine whether the law bars the disclosure.',
  FOIA_3E_VI: "Answering in time would unduly burden or interfere with the agency's operations.",
  FOIA_3E_VII: 'Another public body with a substantial interest must be consulted.',
};
