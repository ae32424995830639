import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { expectAccessible } from './harness/axe.ts';
import { describeInBrowser, launchBrowser, openWindow, signInAs } from './harness/browser.ts';
import { type StartedConsole, startConsoleWithProduct } from './harness/startedConsole.ts';

const MINUTE = 60_000;

describeInBrowser('the console in a browser', () => {
  let started: StartedConsole;
  let browser: Browser;
  let waited = 0;
  beforeAll(async () => {
    const sessionClock = () => Date.now() + waited;
    [started, browser] = await Promise.all([startConsoleWithProduct({}, { sessionClock }), launchBrowser()]);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await started?.stop();
  });

  test('signs a caseworker in and out without a violation of the policy', async () => {
    const window = await openWindow(browser, started.origin);
    await expectAccessible(window.page);
    await signInAs(window, 'Caseworker, foster care');
    expect(new URL(window.page.url()).pathname).toBe('/cases');
    await window.page.locator('.account summary').click();
    await window.page.getByRole('button', { name: 'Sign out' }).click();
    await window.page.getByRole('heading', { name: 'You are signed out' }).waitFor();
    expect(window.problems).toEqual([]);
    await window.close();
  });

  test('warns before it locks, locks with nothing left on the page, and goes on after the sign-in', async () => {
    const window = await openWindow(browser, started.origin);
    const { page } = window;
    await signInAs(window, 'Caseworker, foster care');
    await window.goto('/search');
    waited += 13.5 * MINUTE;
    await page.reload();
    await page.getByText('This page locks in 2 minutes.').waitFor();
    await page.getByRole('button', { name: 'I am still here' }).click();
    await page.getByText(/This page locks/).waitFor({ state: 'detached' });
    waited += 16 * MINUTE;
    await page.reload();
    await page.getByRole('heading', { name: 'This page is locked' }).waitFor();
    expect(await page.locator('.account').count()).toBe(0);
    await expectAccessible(page);
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Caseworker, foster care' }).click();
    await page.locator('.account').waitFor();
    expect(new URL(page.url()).pathname).toBe('/search');
    expect(window.problems).toEqual([]);
    await window.close();
  });

  test('shows the new user in every tab when somebody else signs in', async () => {
    const window = await openWindow(browser, started.origin);
    await signInAs(window, 'Caseworker, foster care');
    const second = await window.context.newPage();
    await second.goto(`${started.origin}/login`);
    await second.getByRole('button', { name: 'Auditor, whole log' }).click();
    await second.locator('.account').waitFor();
    await window.page.locator('.account', { hasText: 'Auditor, whole log' }).waitFor();
    expect(new URL(window.page.url()).pathname).toBe('/audit');
    await window.close();
  });

  test('says what to do when a page breaks, and when there is no such page', async () => {
    const window = await openWindow(browser, started.origin);
    const { page } = window;
    await signInAs(window, 'Caseworker, foster care');
    await window.goto('/nowhere');
    await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
    // The board's part of the program does not arrive.
    await page.route('**/assets/SearchBoard-*.js', (route) => route.abort());
    await window.goto('/search');
    await page.getByRole('heading', { name: 'This page has a problem' }).waitFor();
    await page.getByRole('button', { name: 'Reload the page' }).waitFor();
    await window.close();
  });
});
