import { expect, test } from '@jest/globals';
import { type Answer, at } from '../harness/answer.ts';
import { idOf, type Product } from '../harness/product/startProduct.ts';
import { aging, childProtection, energyAssistance, fosterCare } from '../harness/requesters.ts';

/** Field and dataset of each program's history, and the dataset that opens the program itself. */
const histories = [
  ['snap', 'snap.participation', 'snapHistory', 'snap.history'],
  ['tanf', 'tanf.participation', 'tanfHistory', 'tanf.history'],
  ['medicaid', 'medicaid.enrollment', 'medicaidHistory', 'medicaid.history'],
  ['corrections', 'corrections.custody', 'correctionsHistory', 'corrections.history'],
  ['education', 'education.enrollment', 'educationHistory', 'education.history'],
  ['weatherization', 'weatherization.assistance', 'weatherizationHistory', 'weatherization.history'],
  ['childWelfare', 'childwelfare.case', 'childWelfareHistory', 'childwelfare.history'],
] as const;
const everyHistory = `query ($id: ID!) { person(id: $id) { household { members { id
  ${histories.map(([program, , history]) => `${program} { status } ${history} { date until ongoing kind }`).join(' ')}
} } } }`;

/** Dated events of all systems in one query, for a product that is started elsewhere. */
export function historyCases(product: () => Product): void {
  const ask = (who: Parameters<Product['ask']>[0]) => product().ask(who, everyHistory, { id: idOf('ward') });
  const membersOf = ({ data }: Answer) =>
    at(data, 'person.household.members') as readonly ({ readonly id: string } & Readonly<Record<string, unknown>>)[];

  test('the caseworker of the ward reads it in all systems with one query', async () => {
    const answer = await ask(fosterCare);
    expect(answer.status).toBe(200);
    const labels = new Map(product().example.persons.map(({ id, label }) => [id, label]));
    const counts = membersOf(answer).map((member) => [
      labels.get(member.id),
      Object.fromEntries(
        histories.flatMap(([, , field]) => {
          const events = member[field] as readonly unknown[] | null;
          return events === null ? [] : [[field, events.length]];
        }),
      ),
    ]);
    expect(Object.fromEntries(counts)).toEqual({
      grandmother: { weatherizationHistory: 5 },
      daughter: { snapHistory: 11, tanfHistory: 7, weatherizationHistory: 3 },
      partner: { correctionsHistory: 3 },
      ward: { medicaidHistory: 3, educationHistory: 7, weatherizationHistory: 3, childWelfareHistory: 12 },
      child: { tanfHistory: 7, weatherizationHistory: 3 },
    });
    const ward = membersOf(answer).find(({ id }) => id === idOf('ward'));
    const dates = [1, 3, 11].map((place) => at(ward, `childWelfareHistory.${place}.date`));
    expect(dates).toEqual(['2025-01-23', '2025-01-27', '2026-10-06']);
    expect(ward?.medicaidHistory).toContainEqual({
      ...{ date: '2025-02-01', until: null, ongoing: true, kind: 'ENROLLMENT' },
    });
    // Kinds that no approval opens are in the databases, and in no answer.
    expect(JSON.stringify(answer.data)).not.toMatch(
      /IMMIGRATION|VIOLENCE|TAX_DATA|SANCTION|TREATMENT|DISCIPLINE|REPORT|INVEST/,
    );
  });

  test.each([
    ['foster care', fosterCare],
    ['child protection', childProtection],
    ['a stranger to the case', { ...childProtection, subject: 'dcfs.somebody.else' }],
    ['energy assistance', energyAssistance],
  ])('for %s, it is open of the same persons and closed for the same reasons as the program', async (_name, who) => {
    const answer = await ask(who);
    const reasonsOf = (dataset: string, field: string) =>
      answer.errors
        .filter(({ extensions, path }) => extensions.dataset === dataset && path?.[4] === field)
        .map(({ extensions, path }) => [extensions.reason, path?.[3]]);
    for (const [program, dataset, field, history] of histories) {
      for (const member of membersOf(answer))
        expect([field, member[field] === null]).toEqual([field, member[program] === null]);
      expect(reasonsOf(history, field)).toEqual(reasonsOf(dataset, program));
    }
  });

  test('a requester without approval learns the dataset and the owner of each', async () => {
    const answer = await product().ask(
      aging,
      `query ($id: ID!) { person(id: $id) { ${histories.map(([, , field]) => `${field} { kind }`).join(' ')} } }`,
      { id: idOf('ward') },
    );
    const told = answer.errors.map(({ extensions, path }) => [path?.[1], extensions.dataset, extensions.reason]);
    expect(told).toEqual(histories.map(([, , field, dataset]) => [field, dataset, 'NO_APPROVAL']));
    expect(answer.errors.map(({ extensions }) => extensions.owner)).toEqual([
      ...['IDHS', 'IDHS', 'HFS', 'IDOC', 'ISBE', 'DCEO', 'DCFS'],
    ]);
    expect(JSON.stringify(answer.data ?? null)).not.toMatch(/kind/);
  });
}
