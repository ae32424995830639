import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { expectAccessible } from './harness/axe.ts';
import { describeInBrowser, launchBrowser, openWindow, signInAs, type Window } from './harness/browser.ts';
import { type StartedConsole, startConsoleWithProduct } from './harness/startedConsole.ts';

const DCFS = 'Data officer, Department of Children and Family Services';
const IDHS = 'Data officer, Department of Human Services';
const FORM =
  '/agreements/new?dataset=snap.eligibility&purpose=CHILD_PROTECTION&fields=SnapIncome.amount,SnapIncome.source';

describeInBrowser('the agreement board and the public register', () => {
  let started: StartedConsole;
  let browser: Browser;
  const windows = new Map<string, Window>();
  beforeAll(async () => {
    [started, browser] = await Promise.all([startConsoleWithProduct(), launchBrowser()]);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await started?.stop();
  });

  /** The window of a user, signed in once. */
  async function as(user: string): Promise<Window> {
    const known = windows.get(user);
    if (known !== undefined) return known;
    const window = await openWindow(browser, started.origin);
    await signInAs(window, user);
    windows.set(user, window);
    return window;
  }

  async function open(user: string, path: string): Promise<Page> {
    const window = await as(user);
    await window.goto(path);
    return window.page;
  }

  /** Submits the form as it is filled in, and gives the address of the request. */
  async function requested(user: string, path: string): Promise<string> {
    const page = await open(user, path);
    await page.getByRole('button', { name: 'Submit the request' }).click();
    await page.getByRole('heading', { name: 'History' }).waitFor();
    return new URL(page.url()).pathname;
  }

  async function move(page: Page, name: string, why: string): Promise<void> {
    await page.getByRole('group', { name: 'What do you want to do?' }).getByRole('button', { name }).click();
    const form = page.locator('.move-form');
    await form.locator('textarea[name=why]').fill(why);
    await form.locator('button[type=submit]').click();
    await page.getByText('Done:').waitFor();
  }

  async function deny(page: Page, law: string): Promise<void> {
    await page.getByLabel('Legal reason').selectOption(law);
    await page.getByLabel('Facts that it is based on').fill('The income of the household is not needed.');
  }

  test('a caseworker drafts what was withheld, and the officer submits it with one click', async () => {
    const page = await open('Investigator, child protection', FORM);
    await page.getByText('A data officer or supervisor of DCFS submits it').waitFor();
    expect(await page.getByLabel(/Why you need it/).inputValue()).toContain('child protection');
    expect(await page.getByText('Closed by law, whatever anyone decides').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Save the draft for your data officer' }).click();
    await page.getByText('This is a draft.').waitFor();
    const officer = await open(DCFS, new URL(page.url()).pathname);
    await officer.locator('.move-form button[type=submit]').click();
    await officer.getByText('10 business days left').waitFor();
    expect(await officer.getByText('No answer by then means approved.').isVisible()).toBe(true);
  });

  test('the owner finds it in the inbox, approves a part with a mask and a condition, and the requester sees it', async () => {
    const officer = await open(IDHS, '/agreements');
    await officer.getByRole('link', { name: 'SNAP eligibility factors' }).first().click();
    await officer.getByRole('button', { name: 'Approve all' }).waitFor();
    await officer.locator('label').filter({ hasText: 'SnapIncome.source' }).click();
    await officer.getByLabel('Shown as: SnapIncome.amount').selectOption('REDACT');
    await officer.getByText('Only if', { exact: true }).click();
    await officer.getByText('the person is a ward of the state').click();
    await deny(officer, 'FED-SNAP-1');
    await expectAccessible(officer);
    await officer.getByRole('button', { name: 'Approve in part' }).click();
    await officer.getByText('Done:').waitFor();
    const page = await open(DCFS, new URL(officer.url()).pathname);
    const amount = page.getByRole('row').filter({ hasText: 'SnapIncome.amount' });
    await amount.getByText('only if the person is a ward of the state').waitFor();
    expect(await amount.getByRole('cell').last().textContent()).toContain('hidden');
    const source = page.getByRole('row').filter({ hasText: 'SnapIncome.source' });
    expect(await source.getByRole('cell').last().textContent()).toBe('Denied: FED-SNAP-1, 7 CFR 272.1(c)(1)');
  }, 60_000);

  test('a denial goes to the CIO, and the appeal to the Governor’s office', async () => {
    const address = await requested(DCFS, '/agreements/new?dataset=snap.benefits&purpose=PROGRAM_INTEGRITY');
    const owner = await open(IDHS, address);
    await owner.getByRole('button', { name: 'Deny' }).click();
    await deny(owner, 'FED-SNAP-1');
    await move(owner, 'Deny', 'Not directly connected.');
    await move(await open(DCFS, address), 'Escalate to the state CIO', 'The law permits it.');
    await move(await open('State CIO', address), 'Overturn', 'The law permits it.');
    await move(await open(IDHS, address), "Appeal to the Governor's office", 'It does not.');
    const last = await open("Governor's office", address);
    await last.getByText('Decision expected by').waitFor();
    await last.getByLabel('Decision', { exact: false }).selectOption('SUSTAIN');
    await move(last, 'Decide the appeal', 'The CIO is right.');
    await last.getByText("granted by the Governor's office").first().waitFor();
    expect(await last.locator('.history li').count()).toBe(7);
  }, 60_000);

  test('the slower of two officers sees what happened, and keeps what was typed', async () => {
    const address = await requested(DCFS, '/agreements/new?dataset=tanf.benefits&purpose=PROGRAM_INTEGRITY');
    const slower = await open(IDHS, address);
    await slower.getByRole('button', { name: 'Ask for information' }).first().click();
    await slower.getByLabel('Question').fill('For which counties?');
    await move(await open(DCFS, address), 'Withdraw', 'No longer needed.');
    await slower.locator('.move-form button[type=submit]').click();
    await slower.getByText('Somebody else was faster').waitFor();
    await slower.getByText('withdrew the request').waitFor();
    expect(await slower.getByLabel('Question').inputValue()).toBe('For which counties?');
    expect(await slower.getByText('Your move is no longer possible.').isVisible()).toBe(true);
  });

  test('every page is accessible, in English and Spanish, wide and narrow', async () => {
    for (const [user, width, path] of [
      ['State CIO', 1_280, '/agreements?box=ALL'],
      ['State CIO', 320, '/agreements/new?dataset=medicaid.clinical'],
      [IDHS, 320, '/agreements/approvals'],
      ['State CIO', 1_280, '/agreements/emergencies'],
      ['State CIO', 1_280, '/agreements/consents'],
      ['State CIO', 320, '/agreements/calendar'],
    ] as const) {
      const page = await open(user, path);
      await page.setViewportSize({ width, height: 900 });
      await page.locator('h1').waitFor();
      await page.waitForLoadState('networkidle');
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Español' }).click();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'English' }).click();
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    }
    for (const { problems } of windows.values()) expect(problems).toEqual([]);
  }, 240_000);

  test('everybody reads the register and its feed without a login', async () => {
    const window = await openWindow(browser, started.origin, { width: 320 });
    await window.goto('/register');
    const { page } = window;
    await page.getByLabel('Words').fill('FED-SNAP-1');
    await page.getByText('The income of the household is not needed.').first().waitFor();
    await expectAccessible(page);
    const feed = await fetch(`${started.origin}/register/feed.atom`);
    expect(feed.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const text = await feed.text();
    const blank = await browser.newPage();
    const [entries, errors] = await blank.evaluate<[number, number]>(`(() => {
      const read = new DOMParser().parseFromString(${JSON.stringify(text)}, 'application/xml');
      return [read.querySelectorAll('entry').length, read.querySelectorAll('parsererror').length];
    })()`);
    expect(errors).toBe(0);
    expect(entries).toBeGreaterThan(10);
    expect(text).toContain('Denied under FED-SNAP-1');
    expect(window.problems).toEqual([]);
  });
});
