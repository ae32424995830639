import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { NO_TRAITS, type RecordContent } from '../../../schema/persons/sourceRecord.ts';
import '../../../test/harness/propertySeed.ts';
import { readTraits, writeTraits } from '../personalData/personTraits.ts';
import { readSources } from './attributeSources.ts';
import type { GoldenRecord } from './goldenRecord.ts';
import { goldenTraits } from './goldenTraits.ts';

const TODAY = '20261102';

function record(system: string, content: Partial<RecordContent>, day = '2026-11-02'): GoldenRecord {
  const registeredAt = new Date(`${day}T12:00:00Z`);
  return { system, registeredAt, content: { ...NO_TRAITS, primaryLanguage: null, living: null, ...content } };
}
const golden = (...records: readonly GoldenRecord[]) => goldenTraits(records, TODAY);

describe('the index shows of a person', () => {
  test('what most systems wrote, however often one of them wrote something else', () => {
    const shown = golden(
      record('snap', { given: 'Eiljah', family: 'Hayes', birthDate: '2017-01-11' }),
      record('snap', { given: 'Eiljah', family: 'Hayes', birthDate: '2017-01-11' }),
      record('medicaid', { given: 'Elijah', family: 'Hayes', birthDate: '2017-01-17' }),
      record('tanf', { given: 'ELIJAH', family: 'HAYES', birthDate: '2017-01-17' }),
    );
    expect(shown).toMatchObject({ given: 'Elijah', family: 'Hayes', birthDate: '2017-01-17' });
  });

  test('the full name: a nickname speaks for it, as an initial does for a middle name; accents are not lost', () => {
    expect(
      golden(
        record('medicaid', { given: 'Lori', middle: 'M', family: 'Garcia' }),
        record('weatherization', { given: 'Loretta', middle: 'Mae', family: 'García' }),
      ),
    ).toMatchObject({ given: 'Loretta', middle: 'Mae', family: 'García' });
  });

  test('a given and a family name of one record, never the same name twice', () => {
    const shown = golden(
      record('medicaid', { given: 'Minh', family: 'Nguyen' }),
      record('snap', { given: 'Nguyen', family: 'Minh' }),
    );
    expect(shown).toMatchObject({ given: 'Minh', family: 'Nguyen' });
  });

  test('the birth date of the certificate where systems do not agree; then the newest value', () => {
    expect(
      golden(record('snap', { birthDate: '2014-05-30' }), record('education', { birthDate: '2014-05-03' })),
    ).toEqual(expect.objectContaining({ birthDate: '2014-05-03' }));
    expect(
      golden(
        record('snap', { given: 'Ana', family: 'Keller' }, '2020-01-01'),
        record('snap', { given: 'Ana', family: 'Anderson' }, '2026-01-01'),
      ),
    ).toMatchObject({ family: 'Anderson' });
  });

  test('nothing where no record has a value: placeholders and days that cannot be are none', () => {
    const shown = golden(
      record('snap', { given: 'UNKNOWN', family: 'N/A', birthDate: '1900-01-01', gender: 'X' }),
      record('tanf', { birthDate: '2090-07-01' }),
      record('medicaid', { birthDate: '1990-02-30' }),
    );
    const { sources, ...values } = shown;
    expect(values).toEqual({
      ...{ given: null, middle: null, family: null, suffix: null, birthDate: null },
      ...{ gender: 'UNKNOWN', primaryLanguage: null, living: true },
    });
    expect(readSources(sources)).toEqual({});
  });

  test('of a newborn the word for it, until there is a name', () => {
    const newborn = record('medicaid', { given: 'BABY GIRL A', family: 'Tapia' });
    expect(golden(newborn)).toMatchObject({ given: 'BABY GIRL A', family: 'Tapia' });
    expect(golden(newborn, record('snap', { given: 'Ximena', family: 'Tapia' }))).toMatchObject({ given: 'Ximena' });
  });

  test('a name in letters that linking does not compare', () => {
    expect(golden(record('snap', { given: 'Олена', family: 'Шевченко' }))).toMatchObject({ given: 'Олена' });
  });

  test('that a person has died once any system has heard of it', () => {
    expect(golden(record('snap', { living: true }), record('corrections', { living: false })).living).toBe(false);
  });
});

describe('what only corrections, child welfare, or a system that is not known wrote', () => {
  test.each(['corrections', 'childwelfare', 'aging'])('%s: is not shown of a person whom others know', (system) => {
    const shown = golden(
      record(system, { given: 'Ace', middle: 'King', family: 'Doe', birthDate: '1990-01-02', gender: 'MALE' }),
      record('snap', { given: 'Marcus', family: 'Hayes' }),
    );
    const { sources, ...values } = shown;
    expect(JSON.stringify([values, readSources(sources)])).not.toMatch(new RegExp(`Ace|King|Doe|1990|MALE|${system}`));
    expect(shown).toMatchObject({ given: 'Marcus', birthDate: null });
  });

  test('is shown of a person whom nobody else knows: to have no name would tell as much', () => {
    expect(golden(record('corrections', { given: 'Marcus', family: 'Hayes' }))).toMatchObject({ given: 'Marcus' });
  });
});

test('each attribute names its source and day, which are stored with it', () => {
  const { living: _, ...traits } = golden(
    record('snap', { given: 'Jada', family: 'Coleman', primaryLanguage: 'en' }, '2024-03-05'),
    record('education', { birthDate: '2014-05-30', middle: 'Nicole' }, '2025-09-01'),
  );
  const school = { system: 'education', asOf: '2025-09-01' };
  const snap = { system: 'snap', asOf: '2024-03-05' };
  const stored = readTraits(writeTraits(traits));
  expect(stored).toEqual(traits);
  expect(readSources(stored.sources ?? '')).toEqual({
    ...{ name: snap, primaryLanguage: snap, birthDate: school, middle: school },
  });
});

test('the order of the records does not matter', () => {
  const text = fc.constantFrom('Ana', 'Anna', 'ANA', 'José', 'Pepe', 'BABY BOY', 'BABY BOY A', 'UNKNOWN', null);
  const records = fc.array(
    fc.record({
      system: fc.constantFrom('snap', 'medicaid', 'corrections', 'education'),
      registeredAt: fc.constantFrom(new Date('2025-01-01'), new Date('2026-01-01')),
      content: fc.record({
        ...{ given: text, middle: text, family: text, suffix: fc.constantFrom('Jr', 'JR.', 'III', null) },
        birthDate: fc.constantFrom('1990-05-05', '1990-05-06', '5/5/1990', null),
        gender: fc.constantFrom('F', 'MALE', null),
        primaryLanguage: fc.constantFrom('en', 'es', null),
      }),
    }),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(records, fc.infiniteStream(fc.nat()), (drawn, numbers) => {
      const all = drawn.map(({ content, ...rest }) =>
        record(rest.system, content, rest.registeredAt.toISOString().slice(0, 10)),
      );
      const order = new Map(all.map((each) => [each, numbers.next().value]));
      const shuffled = all.toSorted((one, other) => Number(order.get(one)) - Number(order.get(other)));
      expect(goldenTraits(shuffled, TODAY)).toEqual(goldenTraits(all, TODAY));
    }),
  );
});
