/** One legal reason, as its form has it. Without fields: all fields that are not granted. */
export interface DenialDraft {
  readonly key: number;
  readonly code: string;
  readonly citation: string;
  readonly factualBasis: string;
  readonly officerTitle: string;
  readonly fields: readonly string[];
}

export const emptyDenial = (key: number, officerTitle: string): DenialDraft => ({
  ...{ key, code: '', citation: '', factualBasis: '', officerTitle },
  fields: [],
});

export function denialInput({ code, citation, factualBasis, officerTitle, fields }: DenialDraft) {
  return { code, citation, factualBasis, officerTitle, ...(fields.length === 0 ? {} : { fields }) };
}
