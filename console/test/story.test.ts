import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { describeInBrowser, launchBrowser, openWindow, signInAs, type Window } from './harness/browser.ts';
import { type DemonstrationMember, demonstrationId, openPerson } from './harness/openPerson.ts';
import { type StartedConsole, startConsoleWithProduct } from './harness/startedConsole.ts';

const INVESTIGATOR = 'Investigator, child protection';
const OWNER = 'Data officer, Department of Human Services';

/** Gateways keep facts about persons for five seconds. */
const FACTS_AGE_MS = 6_000;

describeInBrowser('one request from the empty cell to the resident who closes it', () => {
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

  async function as(user: string, options: Parameters<typeof openWindow>[2] = {}): Promise<Window> {
    const known = windows.get(user);
    if (known !== undefined) return known;
    const window = await openWindow(browser, started.origin, options);
    await signInAs(window, user);
    windows.set(user, window);
    return window;
  }

  /** The SNAP cell of the grandmother, who is in no SNAP case, or of the mother, who is in one. */
  const cell = (page: Page, name = 'Loretta'): Locator =>
    page
      .getByRole('table', { name: 'Programs' })
      .getByRole('row', { name: new RegExp(name) })
      .getByRole('cell')
      .nth(0);

  /** Puts a person's consent on file, as the owner's officer does from the signed paper. */
  async function consent(label: DemonstrationMember, signedBy: string): Promise<void> {
    const day = (time: number) => new Date(time).toISOString().slice(0, 10);
    const now = started.product.clock.now().getTime();
    const givenOn = day(now - 86_400_000);
    const { data } = await started.product.ask(
      { agency: 'IDHS', purpose: 'DATA_GOVERNANCE', roles: ['DATA_OFFICER'] },
      'mutation ($input: RecordConsentInput!) { recordConsent(input: $input) { consent { inForce } } }',
      {
        input: {
          ...{ personId: demonstrationId(label), signedBy, givenOn, expiresOn: day(now + 180 * 86_400_000) },
          ...{ discloser: 'IDHS', recipient: 'DCFS', purpose: 'CHILD_PROTECTION', datasets: ['snap.participation'] },
          description: 'Participation in SNAP, to protect the child.',
          document: { sha256: 'c'.repeat(64), date: givenOn },
        },
      },
    );
    expect(data).toEqual({ recordConsent: { consent: { inForce: true } } });
  }

  async function investigate(): Promise<Page> {
    const window = await as(INVESTIGATOR);
    await openPerson(window, 'child');
    return window.page;
  }

  test('an investigator asks for SNAP from the empty cell, and the supervisor submits it', async () => {
    const page = await investigate();
    expect(await cell(page).innerText()).toContain('No approval');
    await cell(page).getByRole('button', { name: 'Request access' }).click();
    await page.getByRole('button', { name: 'Save the draft for your data officer' }).click();
    await page.getByText('This is a draft.').waitFor();
    const supervisor = await as('Supervisor, child protection');
    await supervisor.goto(new URL(page.url()).pathname);
    await supervisor.page.locator('.move-form button[type=submit]').click();
    await supervisor.page.getByText('10 business days left').waitFor();
    expect(await cell(await investigate()).innerText()).toMatch(/Requested; answer due \w+day, /);
  }, 60_000);

  test('the owner finds it in the inbox, and approves it in part with a mask, with consent', async () => {
    const { page, goto } = await as(OWNER);
    await goto('/agreements');
    await page.getByRole('link', { name: 'SNAP participation' }).first().click();
    await page.getByRole('button', { name: 'Approve all' }).waitFor();
    await page.locator('label').filter({ hasText: 'SnapParticipation.office' }).click();
    await page.getByLabel('Shown as: SnapParticipation.certificationEnd').selectOption('YEAR_ONLY');
    await page.getByText('Only if', { exact: true }).click();
    await page.getByText('a consent of the person is on file').click();
    await page.getByLabel('Legal reason').selectOption('FED-SNAP-1');
    await page.getByLabel('Facts that it is based on').fill('The office is not needed to protect a child.');
    await page.getByRole('button', { name: 'Approve in part' }).click();
    await page.getByText('Done:').waitFor();
  }, 60_000);

  test('the cell fills with the consent, as far as the owner approved', async () => {
    const before = await investigate();
    expect(await cell(before).innerText()).toContain('Needs consent');
    await consent('grandmother', 'Loretta Coleman');
    await consent('daughter', 'Denise Coleman');
    started.product.clock.advance(FACTS_AGE_MS);
    const page = await investigate();
    expect(await cell(page).innerText()).toBe('No record');
    expect(await cell(page, 'Denise').innerText()).toMatch(/^Active\nto 2027\n.*shown in part: year only/);
    expect(await cell(page, 'Marcus').innerText()).toContain('Needs consent');
  }, 60_000);

  test('the auditor finds that view, and verifies its receipt in the page', async () => {
    const { page, goto } = await as('Auditor, whole log');
    await goto('/audit');
    await page.getByLabel('Requester', { exact: true }).fill('dcfs.investigator');
    await page.getByLabel('Dataset').selectOption('snap.participation');
    await page.getByRole('button', { name: 'Show entries' }).click();
    await page.getByText('Complete: all').waitFor();
    await page
      .getByRole('link', { name: /^Open the entry of/ })
      .first()
      .click();
    await page.getByRole('heading', { name: 'In words' }).waitFor();
    await page.getByRole('button', { name: 'Fetch the receipt' }).click();
    await page.getByLabel(/^The log's public key/).fill(started.product.ledger.verifierKey);
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await page.getByText('The page above agrees with the proved record.').waitFor();
    expect(await page.locator('.receipt .usa-alert').first().textContent()).toMatch(/^Verified/);
  }, 60_000);

  test('the grandmother sees it in Spanish, asks about it, and takes the consent back', async () => {
    const { page, goto } = await as('Loretta Coleman', { width: 390, locale: 'es-US' });
    await goto('/my-data');
    const entry = page.getByRole('listitem').filter({ hasText: 'Departamento de Servicios para Niños y Familias' });
    await entry.first().getByRole('button', { name: 'Preguntar sobre esto' }).click();
    await page.getByLabel(/^¿Qué quiere saber\?/).fill('¿Para qué necesitan esto?');
    await page.getByRole('button', { name: 'Enviar mi pregunta' }).click();
    await page.getByText('Todavía no hay respuesta.').first().waitFor();
    await goto('/my-data/consents');
    await page.getByRole('button', { name: 'Retirar el permiso' }).first().click();
    await page.locator('form textarea').fill('Ya no lo quiero.');
    await page.locator('form button[type=submit]').click();
    await page.locator('.usa-alert--success').waitFor();
  }, 60_000);

  test('the cell closes', async () => {
    started.product.clock.advance(FACTS_AGE_MS);
    const page = await investigate();
    expect(await cell(page).innerText()).toContain('Needs consent');
    for (const [user, { problems }] of windows) expect({ user, problems }).toEqual({ user, problems: [] });
  }, 60_000);
});
