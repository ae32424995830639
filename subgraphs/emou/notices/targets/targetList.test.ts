import { expect, test } from '@jest/globals';
import { readMailTargets } from './mailTarget.ts';
import { readWebhookTargets } from './webhookTarget.ts';

const target = {
  name: 'idhs-inbox',
  agency: 'IDHS',
  url: 'https://hooks.idhs.example/person360',
  secret: 'at least thirty-two characters of it',
};

test('targets are read from YAML or JSON; without a file there are none', () => {
  expect(readWebhookTargets(undefined)).toEqual([]);
  expect(readWebhookTargets(JSON.stringify([target]))).toEqual([target]);
  const yaml = Object.entries(target).map(([key, value]) => `${key}: ${value}`);
  expect(readWebhookTargets(`- ${yaml.join('\n  ')}`)).toEqual([target]);
});

test.each([
  ['a secret that can be guessed', { secret: 'sesame' }],
  ['an agency that did not sign', { agency: 'ICE' }],
  ['an address that is no web address', { url: 'file:///etc/passwd' }],
  ['more than is known', { password: 'sesame' }],
])('%s is refused, without its value', (_, changes) => {
  const read = () => readWebhookTargets(JSON.stringify([{ ...target, ...changes }]));
  expect(read).toThrow('not valid');
  expect(read).not.toThrow(/sesame/);
});

test('a name is given once', () => {
  expect(() => readWebhookTargets(JSON.stringify([target, target]))).toThrow('twice');
});

test('addresses for mail are read the same way', () => {
  const mail = { name: 'idhs-mail', agency: 'IDHS', address: 'emou@idhs.example' };
  expect(readMailTargets(undefined)).toEqual([]);
  expect(readMailTargets(JSON.stringify([mail]))).toEqual([mail]);
  for (const address of ['nobody', 'a@b.example\r\nBcc: sesame@c.example', 'A <a@b.example>, sesame@c.example']) {
    const read = () => readMailTargets(JSON.stringify([{ ...mail, address }]));
    expect(read).toThrow('not valid');
    expect(read).not.toThrow(/sesame/);
  }
});
