import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { indexSteward } from '../../../test/harness/requesters.ts';
import { expectAccessible } from '../harness/axe.ts';
import type { Window } from '../harness/browser.ts';
import type { SharedConsole } from '../harness/sharedConsole.ts';

const FIRST = 'First steward of record links';
const SECOND = 'Second steward of record links';
const PATIENCE_MS = 30_000;
const LONGEST_MS = 180_000;

const REGISTER = `mutation ($input: RegisterRecordInput!) { registerRecord(input: $input) { personId decision } }`;
const home = { street: '812 W Oak St, Apt 4', city: 'Springfield', state: 'IL', zip: '62704' };
const catherine = { given: 'Catherine', middle: 'Marie', family: 'Kowalczyk', birthDate: '1984-03-07', gender: 'F' };
/** Spelled another way, day and month swapped, another address, no Social Security number: people have to decide. */
const katherine = { given: 'Katherine', family: 'Kowalczik', birthDate: '1984-07-03', gender: 'Female' };
const oksana = { given: 'Oksana', family: 'Hrytsenko', birthDate: '1971-11-30', ssn: '331-42-4917', ...home };
const ruth = { given: 'Ruth', family: 'Okonkwo', birthDate: '1958-02-14', ssn: '340-17-2283', phone: '217-555-0161' };

export function linksCases(shared: SharedConsole): void {
  async function register(system: string, number: string, traits: object): Promise<string> {
    const { product } = shared.started;
    const token = product.token(indexSteward, { subject: 'doit.registrar' });
    const { data, errors } = await product.ask(token, REGISTER, { input: { system, number, traits } });
    expect(errors).toEqual([]);
    const registered = (data as { registerRecord: { decision: string } }).registerRecord;
    return registered.decision;
  }

  async function openAs(user: string, path: string, options: { locale?: string } = {}): Promise<Window> {
    const window = await shared.newSession(user, options);
    window.context.setDefaultTimeout(PATIENCE_MS);
    await window.goto(path);
    return window;
  }

  describe('the board of record links', () => {
    beforeAll(async () => {
      expect(await register('snap', 'LINKS-S1', { ...catherine, ssn: '331-42-4821', ...home })).toBe('NEW');
      expect(await register('medicaid', 'LINKS-M1', { ...catherine, ssn: '331-42-4821', ...home })).toBe('AUTO_LINK');
      expect(await register('corrections', 'LINKS-C1', katherine)).toBe('REVIEW');
      expect(await register('snap', 'LINKS-S2', oksana)).toBe('NEW');
      expect(await register('medicaid', 'LINKS-M2', ruth)).toBe('NEW');
    }, 60_000);

    test(
      'two stewards decide a pair with a record of corrections, the second without the answer of the first',
      async () => {
        const first = await openAs(FIRST, '/links');
        const { page } = first;
        await expectAccessible(page);
        expect(await page.locator('main').innerText()).not.toMatch(/Kowalcz/);
        await openReview(page);
        const names = page.getByRole('row').filter({ hasText: 'Family name' });
        expect(await names.locator('mark').allInnerTexts()).toEqual(['y', 'i']);
        expect(await names.innerText()).toMatch(/differs in 1 place/);
        const sheet = await page.locator('main').innerText();
        expect(sheet).toMatch(/4821/);
        expect(sheet).not.toMatch(/331-?42|LINKS-/);
        await page.getByText('Same as a table').click();
        const sums = page.getByRole('table', { name: 'Match weight by comparison' });
        await sums.getByRole('row').filter({ hasText: 'Birth date: swapped' }).waitFor();
        await expectAccessible(page);
        await answer(page, 'Yes, one person: link', 'Kowalczyk is one spelling of it.');
        await page.getByText('must not contain names').waitFor();
        await answer(page, 'Yes, one person: link', 'Day and month are swapped, and the name is rare.');
        await page.getByText('Your answer is recorded.').waitFor();
        await page.getByText(/^You answered on/).waitFor();
        expect(await page.getByRole('button', { name: 'Record my answer' }).count()).toBe(0);

        const second = await openAs(SECOND, '/links?status=PROPOSED');
        await openReview(second.page);
        await second.page.getByText(/^doit\.link_steward\.1 gave the first answer/).waitFor();
        const shown = await second.page.locator('main').innerText();
        expect(shown).not.toContain('the name is rare');
        await answer(second.page, 'Yes, one person: link', 'The same person by the dates and the rare name.');
        await second.page.getByText('This review is decided.').waitFor();
        await second.page.getByRole('link', { name: 'Open the change' }).click();
        await second.page.getByRole('heading', { name: 'Link two records' }).waitFor();
        const moves = second.page.getByRole('table', { name: 'Records that moved' });
        await moves.getByRole('row').filter({ hasText: 'Corrections' }).waitFor();
        await expectAccessible(second.page);
        expect([...first.problems, ...second.problems]).toEqual([]);
        await first.close();
        await second.close();
      },
      LONGEST_MS,
    );

    test(
      'two persons are merged by two stewards, and the merge is undone by two, with the list of what was shown',
      async () => {
        const first = await openAs(FIRST, '/links/persons');
        const second = await openAs(SECOND, '/links/proposals');
        const { page } = first;
        await findPerson(page, 'Hrytsenko');
        await page.getByRole('link', { name: /Oksana Hrytsenko/ }).click();
        await page.getByRole('link', { name: 'Merge with another person' }).click();
        await findPerson(page, 'Okonkwo');
        await page.getByRole('button', { name: 'Compare with Ruth Okonkwo' }).click();
        await page.getByRole('heading', { name: '3. Propose the merge' }).waitFor();
        await expectAccessible(page);
        expect(page.url()).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);
        await page.getByLabel(/^Reason/).fill('A birth certificate shows a change of the name.');
        await page.getByRole('button', { name: 'Propose the merge' }).click();
        await page.getByRole('link', { name: 'Open the change' }).click();
        await page.getByText('You proposed this. Another steward decides.').waitFor();

        await decide(second.page, 'Merge two persons');
        await expectAccessible(second.page);
        await second.page.getByLabel(/^Reason/).fill('They are two persons after all, by the two photos.');
        await second.page.getByRole('button', { name: 'Propose to undo it' }).click();
        await second.page.getByText(/takes effect once a second steward approves/).waitFor();

        await first.goto('/links/proposals');
        await decide(page, 'Undo a merge');
        await page.getByRole('heading', { name: 'Undo a merge' }).waitFor();
        const moves = page.getByRole('table', { name: 'Records that moved' });
        await moves.getByRole('row').filter({ hasText: 'Medicaid' }).waitFor();
        const shown = page.getByRole('table', { name: 'Disclosures under the wrong link' });
        await shown.getByRole('row').filter({ hasText: 'doit.link_steward.2' }).first().waitFor();
        await page.getByRole('heading', { name: 'What to do now' }).waitFor();
        await expectAccessible(page);
        // A headless browser has no print dialog.
        await page.evaluate('globalThis.print = () => undefined');
        await page.getByRole('button', { name: 'Print…' }).click();
        await page.getByRole('button', { name: 'Record and print' }).click();
        await page.emulateMedia({ media: 'print' });
        expect(await page.locator('.print-ticket').innerText()).toMatch(/^Ticket PR-/);
        expect(await shown.isVisible()).toBe(true);
        await page.emulateMedia({ media: 'screen' });
        await findPersonAgain(first, 'Okonkwo');
        const records = page.getByRole('table', { name: 'Records of this person' });
        await records.waitFor();
        expect(await records.innerText()).not.toContain('Hrytsenko');
        expect([...first.problems, ...second.problems]).toEqual([]);
        await first.close();
        await second.close();
      },
      LONGEST_MS,
    );

    test('every page is accessible and fits at 320 and 1,280 pixels, in Spanish as well', async () => {
      const window = await openAs(FIRST, '/links?status=DECIDED', { locale: 'es-US' });
      const { page } = window;
      const review = await page
        .getByRole('link', { name: /^Revisar/ })
        .first()
        .getAttribute('href');
      for (const path of [
        '/links',
        '/links/proposals',
        '/links/persons',
        '/links/changes',
        '/links/reviewers',
        review,
      ]) {
        await window.goto(path ?? '');
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
    }, 120_000);

    test('whoever is no steward of DOIT gets a reason instead of the queue', async () => {
      const window = await openAs('Data officer, Department of Human Services', '/links');
      await window.page.getByText(/Only the data steward of DOIT/).waitFor();
      expect(await window.page.getByRole('link', { name: 'Record links' }).count()).toBe(0);
      await window.close();
    }, 60_000);
  });
}

async function openReview(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: /^Review .*Corrections/ })
    .first()
    .click();
  await page.getByRole('heading', { name: 'Are these two records of one person?' }).waitFor();
  await page.getByRole('heading', { name: 'Your answer' }).waitFor();
}

async function answer(page: Page, choice: string, reason: string): Promise<void> {
  await page.getByText(choice, { exact: true }).click();
  await page.getByLabel(/^Reason/).fill(reason);
  await page.getByRole('button', { name: 'Record my answer' }).click();
}

async function findPerson(page: Page, name: string): Promise<void> {
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByRole('button', { name: 'Search' }).click();
}

async function findPersonAgain(window: Window, name: string): Promise<void> {
  await window.goto('/links/persons');
  await findPerson(window.page, name);
  await window.page.getByRole('link', { name: new RegExp(name) }).click();
}

/** Opens a proposal of the list and approves it. */
async function decide(page: Page, kind: string): Promise<void> {
  await page.reload();
  await page
    .getByRole('link', { name: new RegExp(`^Open: ${kind}`) })
    .first()
    .click();
  await page.getByRole('heading', { name: 'Decide as the second steward' }).waitFor();
  await page.getByLabel(/^Reason/).fill('The evidence in the file shows it.');
  await page.getByRole('button', { name: 'Approve' }).click();
  await page.getByText('This is in effect and in the log.').waitFor();
}
