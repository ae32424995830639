import { describe, expect, test } from '@jest/globals';
import { idOf, startGateway } from '../../harness/product/startProduct.ts';
import { rowsOf } from '../../harness/recordsOf.ts';
import {
  consentOrEmergency,
  declare,
  household,
  insured,
  investigator,
  medicaidOfAll,
  newSubject,
  shownOf,
  system,
} from './declaredEmergency.ts';

describe('the headers of an emergency', () => {
  const words = 'Child found alone, needs a hospital now.';
  const person = idOf('child');
  const reasons = 'OVRER (emergency treatment), OVRPJ (professional judgment), OVRPS (public safety), OVRTPS';
  const aReason = `emergency-reason takes: ${reasons}`;
  const theWords = 'emergency-words says what the emergency is, in 10 to 500 characters';
  const ask = (headers: Readonly<Record<string, string>>) =>
    system.ask(investigator, 'query ($id: ID!) { person(id: $id) { id } }', { id: person }, headers);

  test.each<readonly [string, Readonly<Record<string, string>>, string]>([
    [
      'a reason that is none',
      { 'emergency-reason': 'URGENT', 'emergency-words': words, 'emergency-person': person },
      aReason,
    ],
    [
      'a name of every object',
      { 'emergency-reason': 'constructor', 'emergency-words': words, 'emergency-person': person },
      aReason,
    ],
    ['no reason', { 'emergency-words': words, 'emergency-person': person }, aReason],
    ['no words', { 'emergency-reason': 'OVRER', 'emergency-person': person }, theWords],
    [
      'too few words',
      { 'emergency-reason': 'OVRER', 'emergency-words': 'now!     ', 'emergency-person': person },
      theWords,
    ],
    [
      'too many',
      { 'emergency-reason': 'OVRER', 'emergency-words': 'x'.repeat(501), 'emergency-person': person },
      theWords,
    ],
    [
      'a broken encoding',
      { 'emergency-reason': 'OVRER', 'emergency-words': `50% ${words}`, 'emergency-person': person },
      theWords,
    ],
    [
      'a hidden control',
      { 'emergency-reason': 'OVRER', 'emergency-words': `${words}%00`, 'emergency-person': person },
      theWords,
    ],
    [
      'words that nobody sees',
      { 'emergency-reason': 'OVRER', 'emergency-words': '%E2%80%8B'.repeat(12), 'emergency-person': person },
      theWords,
    ],
    [
      'old words made new by what nobody sees',
      { 'emergency-reason': 'OVRER', 'emergency-words': `${words}%E2%80%8D`, 'emergency-person': person },
      theWords,
    ],
    [
      'words that read backwards',
      { 'emergency-reason': 'OVRER', 'emergency-words': `%E2%80%AE${words}`, 'emergency-person': person },
      theWords,
    ],
    ['no person', { 'emergency-reason': 'OVRER', 'emergency-words': words }, 'emergency-person takes the Person.id'],
    [
      'no id of a person',
      { 'emergency-reason': 'OVRER', 'emergency-words': words, 'emergency-person': 'the-child' },
      'it is for: a UUID such as',
    ],
    [
      'two persons',
      { 'emergency-reason': 'OVRER', 'emergency-words': words, 'emergency-person': `${person}, ${person}` },
      'emergency-person takes the Person.id',
    ],
  ])('%s: 400 with what is allowed', async (_, headers, message) => {
    const answer = await ask(headers);
    expect([answer.status, answer.codes, answer.data]).toEqual([400, ['BAD_REQUEST'], undefined]);
    expect(answer.errors[0]?.message).toContain(message);
  });

  test('words in any language arrive as they were written', async () => {
    const gateway = await startGateway(system, { approvals: 'given' });
    try {
      gateway.approve(investigator, [consentOrEmergency]);
      // A joiner between two letters is a letter to who reads Persian.
      const written = 'El niño está solo; 100% urgente. کودک تنهاست، می\u200cترسد.';
      const subject = newSubject();
      const answer = await gateway.ask(
        { ...investigator, subject },
        medicaidOfAll,
        { ids: household },
        declare(person, { 'emergency-words': encodeURIComponent(written) }),
      );
      expect(shownOf(answer)).toEqual(insured);
      expect(
        await rowsOf(system.databaseUrls.get('emou') ?? '', 'select words from emergency where requester = $1', [
          subject,
        ]),
      ).toEqual([{ words: written }]);
    } finally {
      await gateway.stop();
    }
  });
});
