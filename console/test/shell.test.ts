import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { describeInBrowser, launchBrowser, openWindow, signInAs } from './harness/browser.ts';
import { type StartedConsole, startConsoleWithProduct } from './harness/startedConsole.ts';

describeInBrowser('the console in a browser', () => {
  let started: StartedConsole;
  let browser: Browser;
  beforeAll(async () => {
    [started, browser] = await Promise.all([startConsoleWithProduct(), launchBrowser()]);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await started?.stop();
  });

  test('signs a caseworker in and out without a violation of the policy', async () => {
    const window = await openWindow(browser, started.origin);
    await signInAs(window, 'Caseworker, foster care');
    expect(new URL(window.page.url()).pathname).toBe('/cases');
    await window.page.locator('.account summary').click();
    await window.page.getByRole('button', { name: 'Sign out' }).click();
    await window.page.getByRole('heading', { name: 'You are signed out' }).waitFor();
    expect(window.problems).toEqual([]);
    await window.close();
  });
});
