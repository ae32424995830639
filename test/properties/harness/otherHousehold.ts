import { demonstrationHousehold } from '../../../population/demonstration/demonstrationHousehold.ts';
import { demonstrationNumbers as numbers } from '../../../population/demonstration/demonstrationNumbers.ts';
import type { SubgraphName } from '../../../schema/files.ts';
import { type AskedLeaf, everyLeaf, leafKey } from './householdQuestion.ts';
import type { Label } from './isOpenFor.ts';

/** A value that some persons' systems hold, and how it is made another. */
export interface Cell {
  readonly system: SubgraphName;
  readonly of: readonly Label[];
  readonly leaf: readonly AskedLeaf[];
  /** True if there is a record. */
  readonly existence?: true;
  readonly otherwise: string;
  readonly back: string;
}

function column(
  name: SubgraphName,
  of: readonly Label[],
  leaf: string,
  [table, where, columnName, value, other]: readonly [string, string, string, string, string],
): Cell {
  const set = (to: string) => `update ${table} set ${columnName} = ${to} where ${where}`;
  return {
    ...{ system: name, of, otherwise: set(other), back: set(value) },
    leaf: everyLeaf.filter((each) => leafKey(each) === leaf),
  };
}

const rins = [
  ['grandmother', numbers.grandmotherRin, 'MERIDIAN'],
  ['daughter', numbers.daughterRin, 'COUNTYCARE'],
  ['ward', numbers.wardRin, 'YOUTHCARE'],
  ['child', numbers.childRin, 'COUNTYCARE'],
] as const;
const inSnap = `case_number = '${numbers.snapCase}'`;
const inTanf = `case_number = '${numbers.tanfCase}'`;
const parent = ['daughter', 'child'] as const;
const inEnergy = `application_number = '${numbers.energyApplication}'`;
const energy = ['grandmother', 'daughter', 'ward', 'child'] as const;
const office = "'Cook County FCRC, South Loop'";

/** Renumbers a recipient, whose history keeps the number that it was recorded under. */
function renumber(from: string, to: string): string {
  return `alter table event drop constraint if exists event_rin_fkey;
    update coverage set rin = '${to}' where rin = '${from}'`;
}

export const cells: readonly Cell[] = [
  column('snap', parent, 'Person.snap.office', ['snap_case', inSnap, 'office', office, "'Elsewhere'"]),
  column('snap', parent, 'Person.snap.monthlyAllotment', ['snap_case', inSnap, 'monthly_allotment', '54600', '1']),
  column('tanf', parent, 'Person.tanf.office', ['tanf_case', inTanf, 'office', office, "'Elsewhere'"]),
  column('tanf', parent, 'Person.tanf.grantAmount', ['tanf_case', inTanf, 'grant_amount', '43600', '1']),
  ...rins.map(([label, rin, plan]) =>
    column('medicaid', [label], 'Person.medicaid.managedCarePlan', [
      ...(['coverage', `rin = '${rin}'`, 'managed_care_plan', `'${plan}'`, "'MOLINA'"] as const),
    ]),
  ),
  ...rins.map(([label, rin]) => ({
    ...{ system: 'medicaid' as const, of: [label], existence: true as const },
    leaf: everyLeaf.filter(({ program }) => program === 'medicaid'),
    otherwise: renumber(rin, `gone ${rin}`),
    back: renumber(`gone ${rin}`, rin),
  })),
  column('education', ['ward'], 'Person.education.gradeLevel', [
    ...(['student', `sis_id = '${numbers.wardSis}'`, 'grade_level', "'GRADE_07'", "'GRADE_01'"] as const),
  ]),
  column('education', ['child'], 'Person.education.gradeLevel', [
    ...(['student', `sis_id = '${numbers.childSis}'`, 'grade_level', "'GRADE_04'", "'GRADE_01'"] as const),
  ]),
  column('corrections', ['partner'], 'Person.corrections.parentInstitution', [
    ...(['custody_record', `idoc_number = '${numbers.partnerIdoc}'`, 'parent_institution'] as const),
    ...(["'Sheridan Correctional Center'", "'Elsewhere'"] as const),
  ]),
  column('weatherization', energy, 'Person.weatherization.benefitAmount', [
    ...(['application', inEnergy, 'benefit_amount', '61800', '1'] as const),
  ]),
  column('weatherization', energy, 'Person.weatherization.dwellingType', [
    ...(['application', inEnergy, 'dwelling_type', "'MULTIFAMILY_SMALL'", "'MOBILE'"] as const),
  ]),
  ...demonstrationHousehold.persons.map(({ id, label }) =>
    column('identity', [label], 'Person.living', ['person', `person_id = '${id}'`, 'living', 'true', 'false']),
  ),
];
