import { describe, expect, test } from '@jest/globals';
import { buildSchema, parse, print } from 'graphql';
import { readOperation } from '../../documents/operation.ts';
import type { AccessRule } from '../../model/accessRule.ts';
import { createAttribution } from '../attribution.ts';
import { denyUnknown, denyUnmet } from '../decisions/denials.ts';
import { pruneOperation } from './pruneOperation.ts';

const schema = buildSchema(`
  type Query { person(id: ID!): Person  recipient(number: ID!): Recipient  home: Home  anybody: Being  node: Node }
  interface Being { since: Int }
  interface Node { being: Being }
  type Person implements Being { id: ID!  since: Int  name: String  home: Home }
  type Company implements Being { since: Int  seat: String }
  type Record implements Node { being: Person }
  type Recipient { status: String  person: Person }
  type Home { street: String  owner: Person  residents: [Person!]  note: Note }
  type Note { text: String  personId: ID }
`);
const attribution = createAttribution(schema, 'Person', { isAboutNobody: () => false });
const conditional: AccessRule = { approvalIds: [], anyOf: [['WARD']], transform: null };

/** @param closed fields that are denied; @param limited fields that are open for some persons only */
function prune(query: string, { isRecorded = true, closed = '', limited = '' } = {}) {
  const decide = (typeName: string, fieldName: string) => {
    if (closed === `${typeName}.${fieldName}`) return denyUnknown(undefined);
    const allow = { kind: 'allow', basis: { kind: 'public' } } as const;
    return limited === `${typeName}.${fieldName}` ? { ...allow, rules: [conditional] } : allow;
  };
  const { pruned, subjectKeys } = pruneOperation({
    ...{ schema, attribution, isRecorded, personType: 'Person', maxSelections: 100 },
    operation: readOperation(parse(query), '', undefined),
    decisions: {
      decide,
      decideInput: decide,
      decideType: () => ({ kind: 'allow', basis: { kind: 'public' } }),
      decideArgument: () => ({ kind: 'allow', basis: { kind: 'public' } }),
      defaultedArguments: () => [],
      unmet: (rules) => denyUnmet(rules, undefined),
    },
  });
  return { text: pruned && print(pruned).replace(/\s+/g, ' '), subjectKeys: [...subjectKeys] };
}

describe('pruning adds', () => {
  test('the id of every person, whatever path leads there', () => {
    expect(prune('{ person(id: 1) { name } }').text).toBe('{ person(id: 1) { name _person360Id: id } }');
    const { text } = prune('{ anybody { since } }');
    expect(text).toBe('{ anybody { since ... on Person { _person360Id: id } __typename } }');
  });

  test('a valid selection where the text names an interface of which only persons can be there', () => {
    expect(prune('{ node { being { since } } }').text).toContain('... on Person { _person360Id: id } }');
  });

  test('the persons whose data an object is, where no person stands above it', () => {
    const { text, subjectKeys } = prune('{ home { street note { text } } }');
    expect(text).toBe(
      '{ home { street note { text _person360Subject0: personId } ' +
        '_person360Subject0: owner { _person360Id: id } _person360Subject1: residents { _person360Id: id } } }',
    );
    expect(subjectKeys).toEqual([
      ['Note', ['_person360Subject0']],
      ['Home', ['_person360Subject0', '_person360Subject1']],
    ]);
  });

  test('no such persons below a person, nor where nothing is recorded', () => {
    const below = prune('{ person(id: 1) { home { street } } }');
    expect(below).toEqual({ text: '{ person(id: 1) { home { street } _person360Id: id } }', subjectKeys: [] });
    expect(prune('{ home { street } }', { isRecorded: false })).toEqual({
      text: '{ home { street } }',
      subjectKeys: [],
    });
  });

  test('none of them where one is open under a condition only: a person would be missing', () => {
    for (const one of [{ closed: 'Home.owner' }, { limited: 'Home.residents' }]) {
      expect(prune('{ home { street } }', one)).toEqual({ text: '{ home { street } }', subjectKeys: [] });
    }
  });
});
