import { describe, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { expectAccessible } from '../harness/axe.ts';
import { demonstrationId, openPerson } from '../harness/openPerson.ts';
import type { SharedConsole } from '../harness/sharedConsole.ts';

const COLUMNS = ['Person', 'SNAP', 'TANF', 'Medicaid', 'School', 'Corrections', 'Weatherization', 'Child welfare'];

/** One cell of the table of programs. */
function cell(page: Page, member: string, system: string): Locator {
  return page
    .getByRole('table', { name: 'Programs' })
    .getByRole('row', { name: new RegExp(member) })
    .getByRole('cell')
    .nth(COLUMNS.indexOf(system) - 1);
}

export function personCases(shared: SharedConsole): void {
  describe('the 360 view', () => {
    test('shows the household, and in every empty cell why it is empty', async () => {
      const window = await shared.windowOf('Caseworker, foster care');
      const { page } = window;
      await openPerson(window, 'ward');
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Jada Nicole Coleman');
      expect(await page.title()).toBe('Person - Person 360');
      await page.getByText('Ward of the state since January 23, 2025').waitFor();
      expect(await cell(page, 'Marcus', 'Corrections').innerText()).toContain('In custody');
      expect(await cell(page, 'Jada', 'Medicaid').innerText()).toContain('Active, YouthCare');
      expect(await cell(page, 'Jada', 'SNAP').innerText()).toBe('No record');
      expect(await cell(page, 'Elijah', 'Medicaid').innerText()).toContain('Wards only');
      expect(await cell(page, 'Elijah', 'Medicaid').innerText()).toContain('the person is a ward of the state');
      const closed = page.getByRole('region', { name: 'What you cannot see here, and why' });
      expect(await closed.innerText()).toMatch(/SNAP benefits of Denise.+has not approved this for DCFS/s);
      await closed.getByRole('button', { name: 'Compare your purposes' }).click();
      await closed.getByText(/With Child protection, you would see \d+ of \d+ fields/).waitFor();
      await page.getByRole('heading', { name: 'Everything that happened' }).waitFor();
      await page.getByText(/2[0-9] events since/).waitFor();
      expect(page.url()).not.toContain(demonstrationId('ward'));
      expect(window.problems).toEqual([]);
      await window.close();
    });

    test.each([
      ['en-US', 1_280],
      ['es-US', 320],
    ])(
      'is accessible and fits the page: %s at %d pixels',
      async (locale, width) => {
        const window = await shared.windowOf('Caseworker, foster care', { locale, width });
        await openPerson(window, 'ward');
        await window.page.getByText(/events since|eventos desde/).waitFor();
        await expectAccessible(window.page);
        const overflow = await window.page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
        expect(overflow).toBeLessThanOrEqual(0);
        expect(window.problems).toEqual([]);
        await window.close();
      },
      120_000,
    );

    test.each(['down', 'hang'] as const)(
      'says in its cells which system is %s, shows the rest, and tries again',
      async (kind) => {
        const window = await shared.windowOf('Caseworker, foster care');
        const { page } = window;
        shared.started.product.proxy('medicaid').behave({ kind });
        try {
          await openPerson(window, 'ward');
          expect(await cell(page, 'Jada', 'Medicaid').innerText()).toContain('Medicaid does not respond');
          expect(await cell(page, 'Elijah', 'Medicaid').innerText()).not.toContain('No record');
          expect(await cell(page, 'Jada', 'School').innerText()).toContain('Enrolled, grade 7');
          await page.getByText(/Medicaid, Jada:/).waitFor();
        } finally {
          shared.started.product.proxy('medicaid').behave({ kind: 'pass' });
        }
        await cell(page, 'Jada', 'Medicaid').getByRole('button', { name: 'Try again' }).click();
        await page.getByRole('cell', { name: /Active, YouthCare/ }).waitFor();
        expect(window.problems).toEqual([]);
        await window.close();
      },
    );

    test('holds a household of 40, with long names and names in other scripts', async () => {
      const window = await shared.windowOf('Caseworker, foster care', { width: 320 });
      const { page } = window;
      /** By place in the household. */
      const given: Readonly<Record<number, string>> = { 20: 'A'.repeat(300), 21: 'Марья', 22: '明', 23: 'عائشة' };
      const answered = page.waitForResponse(
        async (response) => response.url().endsWith('/graphql') && (await response.text()).includes('"household"'),
      );
      await openPerson(window, 'ward');
      const body = await (await answered).json();
      const { members } = body.data.person.household;
      const [first] = members;
      for (let at = members.length; at < 40; at++) {
        const name = { ...first.name, given: given[at] ?? `Member ${at}` };
        members.push({ ...first, id: crypto.randomUUID(), name, relationships: [] });
      }
      await page.route('**/graphql', (route) =>
        route.request().postDataJSON().variables?.id === demonstrationId('ward')
          ? route.fulfill({ json: body })
          : route.continue(),
      );
      await openPerson(window, 'ward');
      expect(await page.getByRole('table', { name: 'Programs' }).getByRole('row').count()).toBe(41);
      await page.getByText('Member 39').first().waitFor();
      await expectAccessible(page);
      expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      expect(window.problems).toEqual([]);
      await window.close();
    });

    test('moves through the events by keyboard, as a picture and as a table', async () => {
      const window = await shared.windowOf('Caseworker, foster care');
      const { page } = window;
      await openPerson(window, 'ward');
      const timeline = page.getByRole('region', { name: /Arrow keys move/ });
      await timeline.focus();
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('ArrowLeft');
      await page.getByText(/Jada, (Child welfare|School|Weatherization|Medicaid)/).waitFor();
      await page.getByLabel('Whose').selectOption('all');
      await page.getByText(/[4-9][0-9] events since/).waitFor();
      await page.locator('#happened').locator('..').getByRole('button').click();
      const table = page.getByRole('table', { name: 'Everything that happened' });
      await table.waitFor();
      expect(await table.getByRole('row', { name: /In custody.*Marcus/ }).count()).toBeGreaterThan(0);
      await page.getByLabel('Changed since').fill('2026-10-01');
      expect(await table.getByRole('row', { name: /2021/ }).count()).toBe(0);
      expect(window.problems).toEqual([]);
      await window.close();
    });

    test('prints only under a ticket', async () => {
      const window = await shared.windowOf('Caseworker, foster care');
      const { page } = window;
      await openPerson(window, 'ward');
      await page.getByText(/events since/).waitFor();
      await page.emulateMedia({ media: 'print' });
      expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(false);
      await page.getByText('This page was not released for printing').waitFor();
      await page.emulateMedia({ media: 'screen' });
      // A headless browser has no print dialog: the page is looked at as it would be printed, then the dialog "closes".
      await page.evaluate('globalThis.print = () => undefined');
      await page.getByRole('button', { name: 'Print…' }).click();
      await page.getByRole('button', { name: 'Record and print' }).click();
      await page.locator('html[data-ticket]').waitFor();
      await page.emulateMedia({ media: 'print' });
      expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
      expect(await page.locator('.print-ticket').innerText()).toMatch(/^Ticket PR-/);
      await page.evaluate("globalThis.dispatchEvent(new Event('afterprint'))");
      await page.getByText('This page was not released for printing').waitFor();
      expect(window.problems).toEqual([]);
      await window.close();
    });

    test('opens what was approved for emergencies once one is declared, and counts the minutes', async () => {
      const window = await shared.newSession('Investigator, child protection');
      const { page } = window;
      await openPerson(window, 'child');
      expect(await cell(page, 'Marcus', 'Medicaid').innerText()).toMatch(/Needs consent|Emergencies only/);
      await page.getByRole('button', { name: 'Emergency…' }).click();
      const dialog = page.getByRole('dialog', { name: 'Declare an emergency' });
      await dialog.getByLabel(/Reason/).selectOption('OVRER');
      await dialog
        .getByLabel(/What is happening/)
        .fill('The child collapsed at school; the hospital asks for its plan.');
      await dialog.getByRole('button', { name: 'Declare the emergency' }).click();
      await page.getByText(/Emergency access: (60|59) minutes left/).waitFor();
      expect(await cell(page, 'Marcus', 'Medicaid').innerText()).not.toMatch(/Needs consent|Emergencies only/);
      await page.getByRole('button', { name: 'End emergency view' }).click();
      await page.getByText(/Emergency access/).waitFor({ state: 'detached' });
      expect(window.problems).toEqual([]);
      await window.close();
    });

    test('keeps nothing of a person in the browser after sign-out', async () => {
      const window = await shared.newSession('Caseworker, foster care');
      const { page } = window;
      await openPerson(window, 'ward');
      await page.locator('.account summary').click();
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByRole('heading', { name: 'You are signed out' }).waitFor();
      await page.goBack();
      await page.getByRole('button', { name: 'Sign in' }).first().waitFor();
      const left = await page.evaluate<{ readonly text: string; readonly stored: readonly unknown[] }>(`(async () => ({
      text: document.documentElement.outerHTML,
      stored: [
        ...Object.keys(localStorage), ...Object.keys(sessionStorage),
        ...(await indexedDB.databases()), ...(await caches.keys()),
      ],
    }))()`);
      expect(left.stored).toEqual([]);
      expect(left.text).not.toMatch(/Jada|Coleman/);
      expect(await window.context.cookies()).toEqual([]);
      await window.close();
    });
  });
}
