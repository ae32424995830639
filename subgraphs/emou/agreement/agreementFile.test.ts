import { describe, expect, test } from '@jest/globals';
import { readAgreementFile } from './agreementFile.ts';
import { DEFAULT_SETTINGS } from './settings.ts';

describe('The file of what the parties agree on', () => {
  test('Without a file, the proposed settings hold and all thirteen agencies have signed.', () => {
    const { settings, cutOff, signatories } = readAgreementFile(undefined);
    expect([settings, cutOff, signatories.length]).toEqual([DEFAULT_SETTINGS, null, 13]);
  });

  test('A file changes what it names and nothing else.', () => {
    const { settings, cutOff } = readAgreementFile(
      'responseBusinessDays: 7\ncutOff: "17:00"\nappealStaysAccess: false',
    );
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, responseBusinessDays: 7, appealStaysAccess: false });
    expect(cutOff).toBe('17:00');
  });

  test.each([
    ['a word that is not known', 'responseDays: 7', /responseDays/],
    ['no days', 'responseBusinessDays: 0', /responseBusinessDays/],
    ['half a time', 'cutOff: "5 pm"', /cutOff: must be a time/],
    ['an agency that cannot sign', 'signatories: [DCFS, NSA]', /signatories/],
    ['no YAML', '{', /neither YAML nor JSON/],
  ])('%s is refused by name', (_, text, expected) => {
    expect(() => readAgreementFile(text)).toThrow(expected);
  });
});
