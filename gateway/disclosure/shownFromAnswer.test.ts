import { describe, expect, test } from '@jest/globals';
import { buildSchema, getOperationAST, parse, print } from 'graphql';
import { createAttribution } from '../authorization/attribution.ts';
import type { EngineOperation } from '../execution/engine.ts';
import { askForIds, askForSubjects } from './askForIds.ts';
import { createAnswerReader } from './shownFromAnswer.ts';

const schema = buildSchema(`
  type Query { person(id: ID!): Person  recipient(number: ID!): Recipient  home: Home  anybody: Being  open: Int }
  interface Being { since: Int }
  type Person implements Being { id: ID!  since: Int  name: String  relatives: [Person!] }
  type Company implements Being { since: Int  seat: String }
  type Recipient { status: String  person: Person }
  type Home { street: String  owner: Person  residents: [Person!]  note: Note }
  type Note { text: String  personId: ID }
`);
const person = { typeName: 'Person', idKey: '_id', subjectKey: '_subject' };

function readerOf(query: string) {
  const document = parse(query);
  const asked: EngineOperation = {
    operationName: undefined,
    original: document,
    pruned: document,
    personType: 'Person',
    waysOf: () => undefined,
    treatmentOf: () => ({ kind: 'show' }),
  };
  const attribution = createAttribution(schema, 'Person', { isAboutNobody: () => false });
  const asking = askForSubjects(asked, schema, person, attribution);
  const telling = askForIds(asking, schema, person, attribution);
  const subjects = asking.subjectKeys ?? new Map<string, readonly string[]>();
  const operation = getOperationAST(telling.original);
  if (!operation) throw new Error('No operation.');
  const reader = createAnswerReader({ schema, document: telling.original, operation, person, subjects });
  return {
    original: print(telling.original),
    /** Coordinates by person; undefined ids as '?'. */
    read(data: object, failed = false) {
      const result = reader.read(JSON.stringify(data), failed);
      const shown = result.shown.map(({ scope, personId, mask }) => {
        const { kind, coordinates } = reader.scopes[scope] ?? { kind: 'root', coordinates: [] };
        const set = coordinates.filter((_, bit) => ((mask[bit >> 5] ?? 0) & (1 << (bit & 31))) !== 0);
        return [kind === 'root' ? 'root' : (personId ?? '?'), set] as const;
      });
      return { data: JSON.parse(result.data) as unknown, shown };
    },
  };
}

describe('what an answer shows', () => {
  test('is told person by person, without what is null, and without what was asked for only to know whom', () => {
    const reader = readerOf(
      `query { a: person(id: 1) { ...P relatives { name } } }  fragment P on Person { n: name since }`,
    );
    const { data, shown } = reader.read({
      a: {
        _id: '1',
        n: null,
        since: 3,
        relatives: [
          { _id: '2', name: 'x' },
          { _id: '3', name: null },
        ],
      },
    });
    expect(shown).toEqual([
      ['root', ['Query.person']],
      ['1', ['Person.since', 'Person.relatives']],
      ['2', ['Person.name']],
      ['3', []],
    ]);
    expect(data).toEqual({ a: { n: null, since: 3, relatives: [{ name: 'x' }, { name: null }] } });
  });

  test('at a record found by a number is told of the person whose record it is', () => {
    const reader = readerOf('{ recipient(number: 7) { status } }');
    const known = reader.read({ recipient: { status: 'on', _subject0: { _id: '1' } } });
    expect(known.shown[1]).toEqual(['1', ['Recipient.status']]);
    expect(known.data).toEqual({ recipient: { status: 'on' } });
    // The person index knows nobody by it: the record is nobody's.
    expect(reader.read({ recipient: { status: 'on', _subject0: null } }).shown[1]).toEqual([
      'root',
      ['Recipient.status'],
    ]);
    // It could not be asked: somebody's, and nobody can say whose.
    expect(reader.read({ recipient: { status: 'on', _subject0: null } }, true).shown[1]).toEqual([
      '?',
      ['Recipient.status'],
    ]);
  });

  test('at an object of several persons is recorded for each of them, and what is inside it for whom it names', () => {
    const reader = readerOf('{ home { street note { text } } }');
    expect(reader.original).toContain('_subject0: owner {');
    const home = { street: 'Elm', note: { text: 'x', _subject0: '9' }, _subject0: { _id: '1' } };
    const { data, shown } = reader.read({ home: { ...home, _subject1: [{ _id: '1' }, { _id: '2' }] } });
    expect(shown).toEqual([
      ['root', ['Query.home']],
      ['1', ['Home.street', 'Home.note']],
      ['2', ['Home.street', 'Home.note']],
      ['9', ['Note.text']],
    ]);
    expect(data).toEqual({ home: { street: 'Elm', note: { text: 'x' } } });
    // One of them could not be learned: the response must not be sent.
    expect(reader.read({ home: { ...home, _subject1: [{ _id: '2' }, {}] } }).shown).toContainEqual([
      '?',
      ['Home.street', 'Home.note'],
    ]);
  });

  test('where an interface is returned depends on what stands there', () => {
    const reader = readerOf('{ anybody { since ... on Person { name } ... on Company { seat } } }');
    const somebody = reader.read({ anybody: { _person360Type: 'Person', _id: '9', since: 1, name: 'x' } });
    expect(somebody.shown).toContainEqual(['9', ['Person.since', 'Person.name']]);
    const company = reader.read({ anybody: { _person360Type: 'Company', since: 1, seat: 'x' } });
    expect(company.shown).toEqual([['root', ['Query.anybody', 'Company.since', 'Company.seat']]]);
    expect(company.data).toEqual({ anybody: { since: 1, seat: 'x' } });
  });
});
