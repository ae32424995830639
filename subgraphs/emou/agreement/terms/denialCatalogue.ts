/** The change that would remove the reason for a denial. */
export type Cure =
  | 'CONSENT'
  | 'AUTHORIZATION'
  | 'PURPOSE_CHANGE'
  | 'AGREEMENT'
  | 'FEDERAL_APPROVAL'
  | 'FEWER_FIELDS'
  | 'ANONYMIZING'
  | 'VERIFICATION'
  | 'COURT_ORDER'
  | 'DEPARTMENT_RULE';

/** A legal reason to refuse, as data that lawyers can check. */
export interface DenialReason {
  readonly code: string;
  readonly reason: string;
  /**
   * Citations, one of which a denial must cite, in whole or in part ("45 CFR 164.514(d)(2)" for "45 CFR 164.514(d)").
   */
  readonly citations: readonly string[];
  /** Applies to datasets with at least one of these tags. */
  readonly regimes: readonly string[];
  readonly curableBy: readonly Cure[];
  /** Applies only to datasets that need the approval of a federal agency. */
  readonly needsFederalApproval?: true;
}

function reason(
  code: string,
  text: string,
  citations: readonly string[],
  regimes: readonly string[],
  curableBy: readonly Cure[],
): DenialReason {
  return { code, reason: text, citations, regimes, curableBy };
}

export const DENIAL_REASONS: readonly DenialReason[] = [
  reason('FED-SNAP-1', 'Not directly connected with a listed program', ['7 CFR 272.1(c)(1)'], ['SNAP'], ['CONSENT']),
  reason(
    'FED-TANF-1',
    'The purpose is outside the plan',
    ['45 CFR 205.50(a)(1)(i)', '305 ILCS 5/11-9'],
    ['TANF'],
    ['CONSENT', 'PURPOSE_CHANGE'],
  ),
  reason(
    'FED-MED-1',
    'Not administration of the Medicaid plan',
    ['42 CFR 431.301', '42 CFR 431.302'],
    ['MEDICAID'],
    ['PURPOSE_CHANGE'],
  ),
  reason('FED-MED-2', 'No consent and no emergency', ['42 CFR 431.306(d)'], ['MEDICAID'], ['CONSENT']),
  reason(
    'FED-MED-3',
    'No data-exchange agreement',
    ['42 CFR 431.306(g)', '42 CFR 435.945(i)'],
    ['MEDICAID'],
    ['AGREEMENT'],
  ),
  {
    ...reason(
      'FED-MED-4',
      'Federal approval is outstanding',
      ['42 USC 1396a(a)(7)', '42 CFR 431.300'],
      ['MEDICAID'],
      ['FEDERAL_APPROVAL'],
    ),
    needsFederalApproval: true,
  },
  reason('HIPAA-1', 'No permission to disclose', ['45 CFR 164.502(a)'], ['HIPAA'], ['AUTHORIZATION']),
  reason(
    'HIPAA-2',
    'More than the minimum necessary',
    ['45 CFR 164.502(b)', '45 CFR 164.514(d)'],
    ['HIPAA'],
    ['FEWER_FIELDS', 'ANONYMIZING'],
  ),
  reason('HIPAA-3', 'The requester is not verified', ['45 CFR 164.514(h)'], ['HIPAA'], ['VERIFICATION']),
  reason('HIPAA-4', 'Psychotherapy notes', ['45 CFR 164.508(a)(2)'], ['HIPAA'], ['AUTHORIZATION', 'FEWER_FIELDS']),
  reason(
    'P2-1',
    'No consent under Part 2',
    ['42 CFR 2.13', '42 CFR 2.31', '42 CFR 2.33', '42 USC 290dd-2'],
    ['PART2'],
    ['CONSENT'],
  ),
  reason('P2-2', 'Use against the patient', ['42 CFR 2.12(d)', '42 CFR Part 2, subpart E'], ['PART2'], ['COURT_ORDER']),
  reason(
    'MH-1',
    'Mental health or developmental disability records',
    ['740 ILCS 110/3', '740 ILCS 110/5'],
    ['MENTAL_HEALTH'],
    ['CONSENT'],
  ),
  reason('HIV-1', 'HIV test information', ['410 ILCS 305/9'], ['HIV'], []),
  reason('GEN-1', 'Genetic information', ['410 ILCS 513/15'], ['GENETIC'], []),
  reason(
    'EDU-1',
    'No exception for education records',
    ['34 CFR 99.30', '105 ILCS 10/6'],
    ['FERPA'],
    ['CONSENT', 'COURT_ORDER'],
  ),
  reason('EDU-2', 'The student is not in foster-care placement', ['20 USC 1232g(b)(1)(L)'], ['FERPA'], []),
  reason('EDU-3', 'Redisclosure is barred', ['34 CFR 99.33'], ['FERPA'], []),
  reason('EDU-4', 'Special education records', ['34 CFR 300.622'], ['IDEA'], []),
  reason(
    'CW-1',
    'Outside the purposes of the child abuse reporting act',
    ['325 ILCS 5/11.1', '42 USC 5106a(b)(2)(B)(viii)'],
    ['ANCRA', 'CAPTA'],
    [],
  ),
  reason(
    'CW-2',
    'Identity of a reporter',
    ['325 ILCS 5/7.19', '325 ILCS 5/11.1a'],
    ['ANCRA', 'CAPTA'],
    ['FEWER_FIELDS'],
  ),
  reason('CW-3', 'Unfounded report', ['89 IAC 431.80', '89 Ill. Adm. Code 431.80'], ['ANCRA', 'CAPTA'], []),
  reason('CW-4', 'Sealed adoption', ['750 ILCS 50/18'], ['ADOPTION', 'ANCRA', 'CAPTA'], []),
  reason('JUV-1', 'Juvenile court records', ['705 ILCS 405/1-7', '705 ILCS 405/1-8'], ['JUVENILE'], ['COURT_ORDER']),
  reason(
    'COR-1',
    'Master record file of a committed person',
    ['730 ILCS 5/3-5-1(b)'],
    ['CORRECTIONS'],
    ['DEPARTMENT_RULE'],
  ),
  reason('CJIS-1', 'Criminal justice information', ['28 CFR 20.33', 'CJISSECPOL'], ['CJIS'], []),
  reason('FTI-1', 'Federal tax information', ['26 USC 6103'], ['FTI'], []),
  reason('SSA-1', 'Data supplied by Social Security', ['42 USC 1306', '5 USC 552a(o)'], ['SSA'], []),
  reason(
    'UI-1',
    'Unemployment insurance and wage records',
    ['820 ILCS 405/1900', '20 CFR 603.5'],
    ['UI'],
    ['AGREEMENT'],
  ),
  reason('AGE-1', 'Adult protective services and Benefit Access', ['320 ILCS 20/8', '320 ILCS 25/8a'], ['AGING'], []),
  reason('VET-1', 'Veterans records', ['38 USC 5701', '38 USC 7332'], ['VETERANS'], ['CONSENT']),
  reason(
    'PII-1',
    'Personal information beyond what the purpose needs',
    ['5 ILCS 140/7(1)(b)', '5 ILCS 140/7(1)(c)'],
    ['PII'],
    ['CONSENT', 'PURPOSE_CHANGE', 'FEWER_FIELDS'],
  ),
  reason(
    'LIHEAP-1',
    'Outside what the applicant for energy assistance consented to',
    ['305 ILCS 20', '47 Ill. Adm. Code 100'],
    ['LIHEAP'],
    ['CONSENT', 'PURPOSE_CHANGE'],
  ),
  reason(
    'WAP-1',
    "The applicant's privacy outweighs the use",
    ['5 USC 552(b)(6)', '10 CFR 440'],
    ['WAP'],
    ['CONSENT', 'FEWER_FIELDS'],
  ),
  reason('SSN-1', 'Social Security number', ['5 ILCS 179/10'], ['SSN'], ['ANONYMIZING']),
  reason('DV-1', 'Protected address or status of a victim', ['750 ILCS 61', '34 USC 12291(b)(2)'], ['DV'], []),
  reason('IMM-1', 'Immigration status', ['8 USC 1367', '7 CFR 272.1(c)'], ['IMM'], []),
  reason(
    'SEAL-1',
    'Expunged or sealed record',
    ['20 ILCS 2630/5.2'],
    ['SEALED', 'CORRECTIONS', 'CJIS', 'JUVENILE'],
    [],
  ),
];

export const DENIAL_CATALOGUE: ReadonlyMap<string, DenialReason> = new Map(
  DENIAL_REASONS.map((entry) => [entry.code, entry]),
);

/** Common reasons that have no legal basis. A denial based on one is rejected, and the CIO would overturn it. */
export const NOT_LEGAL_REASONS: ReadonlyMap<string, string> = new Map([
  ['OUR_POLICY', "An agency's own policy is not law."],
  ['WORKLOAD', 'Workload is a reason for more time, not for a denial.'],
  ['COST', 'Cost is not a legal bar.'],
  ['DATA_QUALITY', 'Doubts about the quality of the data do not bar the disclosure; report them to the requester.'],
  ['PRECEDENT', 'It is not a legal bar that this was never done or could be requested again.'],
]);
