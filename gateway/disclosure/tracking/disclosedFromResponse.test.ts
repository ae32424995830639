import { describe, expect, test } from '@jest/globals';
import { buildSchema, getOperationAST, parse } from 'graphql';
import { subjectKeyAt } from '../../documents/hiddenKeys.ts';
import { disclosedCoordinates, emptyCoordinates } from '../records/disclosedCoordinates.ts';
import { createResponseReader } from './disclosedFromResponse.ts';

const schema = buildSchema(`
  type Query { person(id: ID!): Person  recipient(number: ID!): Recipient  home: Home  anybody: Being  open: Int }
  interface Being { since: Int }
  type Person implements Being { id: ID!  since: Int  name: String  relatives: [Person!] }
  type Company implements Being { since: Int  seat: String }
  type Recipient { status: String  person: Person }
  type Home { street: String  owner: Person  residents: [Person!]  note: Note }
  type Note { text: String  personId: ID }
`);
type Path = readonly (string | number)[];
const subjectKeys = new Map([
  ['Recipient', [subjectKeyAt(0)]],
  ['Home', [subjectKeyAt(0), subjectKeyAt(1)]],
  ['Note', [subjectKeyAt(0)]],
]);

function readerOf(query: string) {
  const document = parse(query);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('No operation.');
  const reader = createResponseReader({ schema, document, operation, personType: 'Person', subjectKeys });
  return {
    /** Coordinates by person; undefined ids as '?'. */
    read(data: object, failedAt?: Path, closedAt: readonly Path[] = []) {
      const errors =
        failedAt === undefined ? [] : [{ message: '', path: failedAt, extensions: { code: 'SUBGRAPH_TIMEOUT' } }];
      const closed = closedAt.map((path) => ({ path }));
      const result = reader.read(JSON.stringify(data), errors, closed);
      const told = (coordinatesOf: typeof disclosedCoordinates | typeof emptyCoordinates) =>
        result.disclosed.map((one) => {
          const whose = reader.scopes[one.scope]?.kind === 'person' ? (one.personId ?? '?') : 'root';
          return [whose, coordinatesOf(reader.scopes, one)] as const;
        });
      return {
        data: JSON.parse(result.data ?? 'null') as unknown,
        disclosed: told(disclosedCoordinates),
        empty: told(emptyCoordinates),
      };
    },
  };
}

describe('what an answer shows', () => {
  test('is told person by person, without what is null, and without what was asked for only to know whom', () => {
    const reader = readerOf(
      `query { a: person(id: 1) { ...P relatives { name } } }  fragment P on Person { n: name since }`,
    );
    const { data, disclosed } = reader.read({
      a: {
        _person360Id: '1',
        n: null,
        since: 3,
        relatives: [
          { _person360Id: '2', name: 'x' },
          { _person360Id: '3', name: null },
        ],
      },
    });
    expect(disclosed).toEqual([
      ['root', ['Query.person']],
      ['1', ['Person.since', 'Person.relatives']],
      ['2', ['Person.name']],
      ['3', []],
    ]);
    expect(data).toEqual({ a: { n: null, since: 3, relatives: [{ name: 'x' }, { name: null }] } });
  });

  test('is empty where null or an empty list came, but not where something failed or is closed', () => {
    const reader = readerOf('query { a: person(id: 1) { name since relatives { name } } }');
    const nothing = { _person360Id: '1', name: null, since: null, relatives: [] };
    const all = ['Person.name', 'Person.since', 'Person.relatives'];
    expect(reader.read({ a: nothing }).empty).toEqual([
      ['root', []],
      ['1', all],
    ]);
    // Of an object that is null, the field that leads to it.
    expect(reader.read({ a: null }).empty).toEqual([['root', ['Query.person']]]);
    const relatives = [
      { _person360Id: '2', name: null },
      { _person360Id: '3', name: null },
    ];
    expect(reader.read({ a: { ...nothing, relatives } }, ['a', 'relatives', 1, 'name'], [['a', 'name']]).empty).toEqual(
      [
        ['root', []],
        ['1', ['Person.since']],
        ['2', ['Person.name']],
        ['3', []],
      ],
    );
    // An error above the place, or at every position of a list, accounts for what is null there.
    expect(reader.read({ a: nothing }, ['a']).empty[1]).toEqual(['1', []]);
    expect(reader.read({ a: { ...nothing, relatives } }, ['a', 'relatives', '@', 'name']).empty.slice(2)).toEqual([
      ['2', []],
      ['3', []],
    ]);
  });

  test('at a record found by a number is told of the person whose record it is', () => {
    const reader = readerOf('{ recipient(number: 7) { status } }');
    const known = reader.read({ recipient: { status: 'on', _person360Subject0: { _person360Id: '1' } } });
    expect(known.disclosed[1]).toEqual(['1', ['Recipient.status']]);
    expect(known.data).toEqual({ recipient: { status: 'on' } });
    // The person index knows nobody by it: the record is nobody's.
    expect(reader.read({ recipient: { status: 'on', _person360Subject0: null } }).disclosed[1]).toEqual([
      'root',
      ['Recipient.status'],
    ]);
    // It could not be asked: somebody's, and nobody can say whose.
    expect(reader.read({ recipient: { status: 'on', _person360Subject0: null } }, ['recipient']).disclosed[1]).toEqual([
      '?',
      ['Recipient.status'],
    ]);
  });

  test('at an object of several persons is recorded for each of them, and what is inside it for whom it names', () => {
    const reader = readerOf('{ home { street note { text } } }');
    const home = {
      street: 'Elm',
      note: { text: 'x', _person360Subject0: '9' },
      _person360Subject0: { _person360Id: '1' },
    };
    const { data, disclosed } = reader.read({
      home: { ...home, _person360Subject1: [{ _person360Id: '1' }, { _person360Id: '2' }] },
    });
    expect(disclosed).toEqual([
      ['root', ['Query.home']],
      ['1', ['Home.street', 'Home.note']],
      ['2', ['Home.street', 'Home.note']],
      ['9', ['Note.text']],
    ]);
    expect(data).toEqual({ home: { street: 'Elm', note: { text: 'x' } } });
    // One of them could not be learned: the response must not be sent.
    expect(
      reader.read({ home: { ...home, _person360Subject1: [{ _person360Id: '2' }, {}] } }).disclosed,
    ).toContainEqual(['?', ['Home.street', 'Home.note']]);
  });

  test('where an interface is returned depends on what stands there', () => {
    const reader = readerOf('{ anybody { since ... on Person { name } ... on Company { seat } } }');
    const somebody = reader.read({ anybody: { _person360Type: 'Person', _person360Id: '9', since: 1, name: 'x' } });
    expect(somebody.disclosed).toContainEqual(['9', ['Person.since', 'Person.name']]);
    const company = reader.read({ anybody: { _person360Type: 'Company', since: 1, seat: 'x' } });
    expect(company.disclosed).toEqual([['root', ['Query.anybody', 'Company.since', 'Company.seat']]]);
    expect(company.data).toEqual({ anybody: { since: 1, seat: 'x' } });
  });
});
