import fc from 'fast-check';

/** A field of a person, or of an object of one program. */
export interface AskedLeaf {
  /** Undefined: a field of Person. */
  readonly program: string | undefined;
  /** Type that the leaf belongs to. */
  readonly typeName: string;
  readonly name: string;
}

const programs: readonly (readonly [string, string, readonly string[]])[] = [
  ['name', 'PersonName', ['given', 'family']],
  ['snap', 'SnapParticipation', ['status', 'office', 'certificationEnd', 'monthlyAllotment']],
  ['tanf', 'TanfParticipation', ['status', 'office', 'grantAmount']],
  ['medicaid', 'MedicaidCoverage', ['status', 'managedCarePlan', 'coverageStart', 'waiverProgram']],
  ['corrections', 'CustodyRecord', ['status', 'parentInstitution', 'supervisionLevel']],
  ['education', 'SchoolEnrollment', ['status', 'gradeLevel', 'mealStatus']],
  ['weatherization', 'EnergyAssistance', ['status', 'benefitAmount', 'dwellingType']],
  ['childWelfare', 'ChildWelfareCase', ['status', 'court', 'placementType']],
];

export const everyLeaf: readonly AskedLeaf[] = [
  ...['birthDate', 'gender', 'primaryLanguage', 'living'].map((name) => ({
    program: undefined,
    typeName: 'Person',
    name,
  })),
  ...programs.flatMap(([program, typeName, names]) => names.map((name) => ({ program, typeName, name }))),
];

export const leaves = fc.subarray([...everyLeaf], { minLength: 1, maxLength: 8 });

/** `Person.birthDate`, or `snap` and its leaf as `Person.snap.status`. */
export const leafKey = ({ program, name }: AskedLeaf): string => ['Person', program, name].filter(Boolean).join('.');

/** How one and the same question is written. */
export type Style = 'plain' | 'aliases' | 'fragments' | 'named fragments' | 'variables';
export const styles: readonly Style[] = ['aliases', 'fragments', 'named fragments', 'variables'];

/** Names that are properties of every object, or wildcards to some library. */
const tricky = ['constructor', 'toString', 'all', 'manage', 'hasOwnProperty', 'then', 'length', 'valueOf'];

/** The question about several persons, and what its answer says in terms of the leaves. */
export function writeQuestion(asked: readonly AskedLeaf[], style: Style) {
  const fragments: string[] = [];
  const wrap = (text: string, typeName: string, n: number): string => {
    switch (style) {
      case 'plain':
      case 'aliases':
        return text;
      case 'fragments':
        return n % 2 === 0 ? `... { ${text} }` : `... on ${typeName} { ... { ${text} } }`;
      case 'named fragments':
        fragments.push(`fragment F${fragments.length} on ${typeName} { ${text} }`);
        return `...F${fragments.length - 1}`;
      case 'variables':
        return n % 2 === 0 ? `... @include(if: $yes) { ${text} }` : `... @skip(if: $no) { ${text} }`;
    }
  };
  const keyOf = (n: number, name: string): string => (style === 'aliases' ? (tricky[n] ?? `a${n}`) : name);
  const alias = (n: number, name: string): string => (keyOf(n, name) === name ? name : `${keyOf(n, name)}: ${name}`);
  const byProgram = new Map<string | undefined, readonly AskedLeaf[]>();
  for (const leaf of asked) byProgram.set(leaf.program, [...(byProgram.get(leaf.program) ?? []), leaf]);
  const read: { readonly leaf: AskedLeaf; readonly path: readonly string[] }[] = [];
  const parts = [...byProgram].map(([program, group], n) => {
    const fields = group.map((leaf, m) => {
      const position = program === undefined ? 20 + m : m;
      const key = keyOf(position, leaf.name);
      read.push({ leaf, path: program === undefined ? [key] : [keyOf(n, program), key] });
      return wrap(alias(position, leaf.name), leaf.typeName, m);
    });
    return program === undefined ? fields.join(' ') : wrap(`${alias(n, program)} { ${fields.join(' ')} }`, 'Person', n);
  });
  const header = style === 'variables' ? '($ids: [ID!]!, $yes: Boolean!, $no: Boolean = false)' : '($ids: [ID!]!)';
  // Both variables are used, so that the operation is valid whatever is asked.
  const uses = style === 'variables' ? '__typename @include(if: $yes) @skip(if: $no)' : '';
  return {
    query: [`query ${header} { persons(ids: $ids) { ${uses} ${parts.join(' ')} } }`, ...fragments].join('\n'),
    variables: style === 'variables' ? { yes: true } : {},
    /** Where each leaf stands in a person of the answer. */
    read,
  };
}
