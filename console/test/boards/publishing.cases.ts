import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { expectAccessible } from '../harness/axe.ts';
import type { SharedConsole } from '../harness/sharedConsole.ts';

const PUBLISHER = 'Schema publisher, DCEO';
const FORM = '/publishing/publish?subgraph=weatherization';
/** The checks of one publication take seconds of a processor, and other tests run at the same time. */
const PATIENCE_MS = 45_000;
const LONGEST_MS = 240_000;

export function publishingCases(shared: SharedConsole): void {
  async function openAs(user: string, path: string) {
    const window = await shared.newSession(user);
    window.context.setDefaultTimeout(PATIENCE_MS);
    await window.goto(path);
    return window;
  }

  describe('the publishing board', () => {
    test(
      'a change that opens data waits for a second person and is rolled back; a late one keeps what was typed',
      async () => {
        const late = await openAs(PUBLISHER, FORM);
        await edit(late.page, '  utilityVendor: String', '  "Company that bills them."\n  utilityVendor: String');
        await check(late.page);
        const publisher = await openAs(PUBLISHER, FORM);
        const { page } = publisher;
        const added = '  "Page of the program."\n  energyPage: String @tag(name: "public")';
        await edit(page, 'type Query {', `type Query {\n${added}`);
        await check(page);
        const why = page.getByRole('status').filter({ hasText: 'A second person has to approve it, because' });
        await why.getByText('The new field Query.energyPage is public.').waitFor();
        const line = page.getByRole('listitem').filter({ hasText: 'energyPage: String' });
        await line.getByText(/Warning:/).waitFor();
        await expectAccessible(page);
        await publish(page, 'Adds the page of the program.');
        await page.getByText(/waits for a second person, because:/).waitFor();

        const officer = await openAs('Data officer, Department of Commerce', '/publishing/waiting');
        await officer.page.getByRole('link', { name: /^weatherization/ }).click();
        await officer.page.getByText('The new field Query.energyPage is public').first().waitFor();
        await officer.page.getByText(/^The checks passed/).waitFor();
        await officer.page.getByLabel(/^Reason/).fill('The page has no data of persons.');
        await officer.page.getByRole('button', { name: 'Approve' }).click();
        await officer.page.getByText(/gateways now change to supergraph \d/).waitFor();
        await expectAccessible(officer.page);

        await publisher.goto('/publishing/subgraph/weatherization');
        const second = page.getByRole('row').filter({ hasText: 'Adds the page of the program.' });
        expect(await second.innerText()).toMatch(/In service[\s\S]*Approved by dceo\.data_officer/);
        await page.getByRole('button', { name: 'Roll back to this: Version 1' }).click();
        await page.getByLabel(/^Reason, for the history/).fill('The page has moved.');
        await expectAccessible(page);
        await page.getByRole('button', { name: 'Roll back', exact: true }).click();
        await page.getByText(/gateways now change to supergraph \d/).waitFor();
        await page.getByRole('button', { name: 'Show how it is now' }).click();
        await page.getByRole('row').filter({ hasText: 'The page has moved.' }).getByText('In service').waitFor();

        await publish(late.page, 'Describes the vendor.');
        const conflict = late.page.getByRole('alert').filter({ hasText: 'Somebody published meanwhile' });
        await conflict.getByText('The page has moved.').waitFor();
        expect(await schemaOf(late.page).inputValue()).toContain('Company that bills them.');
        await conflict.getByRole('button', { name: /^Go on from publication/ }).waitFor();
        await expectAccessible(late.page);
        expect([...late.problems, ...publisher.problems, ...officer.problems]).toEqual([]);
        for (const window of [late, publisher, officer]) await window.close();
      },
      LONGEST_MS,
    );

    test(
      'a change that breaks something is stopped, with the line and what to do',
      async () => {
        const window = await openAs(PUBLISHER, FORM);
        const { page } = window;
        await edit(page, '  weatherization: EnergyAssistance @policy', '  weatherization: EnergyAssistance! @policy');
        await check(page);
        await page.getByText(/^The checks stop this/).waitFor();
        await page.getByText('Nobody can accept this: the publication has to change.').first().waitFor();
        const [link] = await page.getByRole('link', { name: /^Line \d+/ }).all();
        await link?.click();
        expect(await page.locator('.sdl__line:target').innerText()).toMatch(/Stops:/);
        expect(await page.getByRole('button', { name: /^Publish/ }).count()).toBe(0);
        await expectAccessible(page);
        expect(window.problems).toEqual([]);
        await window.close();
      },
      LONGEST_MS,
    );

    test('every page is accessible and fits at 320 and 1,280 pixels, in Spanish as well', async () => {
      const window = await shared.newSession('Auditor, whole log', { locale: 'es-US' });
      const { page } = window;
      const pages = ['', '/waiting', '/subgraph/weatherization', '/publication/7', '/publish', '/changes', '/usage'];
      for (const path of pages) {
        await window.goto(`/publishing${path}`);
        await page.locator('h1').waitFor();
        await page.waitForLoadState('networkidle');
        await page.getByRole('progressbar').waitFor({ state: 'detached' });
        for (const width of [1_280, 320]) {
          await page.setViewportSize({ width, height: 900 });
          if (width === 320) await expectAccessible(page);
          const over = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
          expect([path, width, Number(over) <= 0]).toEqual([path, width, true]);
        }
      }
      expect(window.problems).toEqual([]);
      await window.close();
    }, 180_000);
  });
}

function schemaOf(page: Page) {
  return page.getByLabel(/^Schema \(SDL\)/);
}

/** Replaces the first occurrence of a text in the schema of the form. */
async function edit(page: Page, from: string, to: string): Promise<void> {
  await schemaOf(page).waitFor();
  const before = await schemaOf(page).inputValue();
  expect(before).toContain(from);
  await schemaOf(page).fill(before.replace(from, to));
}

async function check(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await page.getByRole('heading', { name: 'What publishing would do' }).waitFor();
}

async function publish(page: Page, message: string): Promise<void> {
  await page.getByLabel(/^What changed, for the history/).fill(message);
  await page.getByRole('button', { name: /^Publish/ }).click();
}
