import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { idOf } from '../../../test/harness/product/startProduct.ts';
import { expectAccessible } from '../harness/axe.ts';
import type { Window } from '../harness/browser.ts';
import type { SharedConsole } from '../harness/sharedConsole.ts';

export function searchCases(shared: SharedConsole): void {
  describe('my cases and the search for a person', () => {
    async function windowOf(user: string, path: string, width = 1_280, locale = 'en-US'): Promise<Window> {
      const window = await shared.windowOf(user, { width, locale });
      await window.goto(path);
      return window;
    }
    async function search(page: Page, name: string, birthDate = ''): Promise<void> {
      await page.getByLabel('Name').fill(name);
      await page.getByLabel('Birth date').fill(birthDate);
      await page.getByRole('button', { name: 'Search', exact: true }).click();
    }
    const documentsSentBy = (page: Page) => {
      const sent: string[] = [];
      page.on('request', (request) => {
        if (new URL(request.url()).pathname === '/graphql') sent.push(request.postData() ?? '');
      });
      return sent;
    };
    const fits = async (page: Page) =>
      expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0);

    test('a caseworker finds the ward by name and opens the household in three clicks', async () => {
      const window = await windowOf('Caseworker, foster care', '/cases');
      const { page } = window;
      await page.getByRole('link', { name: 'Search' }).click();
      await search(page, 'jada colemán', '2014-05-30');
      const row = page.getByRole('row', { name: /Jada Nicole Coleman/ });
      await expect(row.innerText()).resolves.toMatch(/May 30, 2014 \(\d+ years\)[\s\S]*Chicago[\s\S]*Cook/);
      await page.getByText(/^Recorded \d+:\d\d [AP]M, request \S+/).waitFor();
      expect(`${page.url()} ${await page.title()}`).not.toMatch(/jada|colem|2014/i);
      await row.getByRole('link').click();
      await page.waitForURL(/\/person\//);
      expect(`${page.url()} ${await page.title()}`).not.toMatch(new RegExp(`jada|colem|2014|${idOf('ward')}`, 'i'));
      await page.getByLabel('Name').waitFor({ state: 'detached' });
      await page.waitForLoadState('networkidle');
      // The way back shows an empty form and asks nothing.
      const sent = documentsSentBy(page);
      await page.goBack();
      expect(await page.getByLabel('Name').inputValue()).toBe('');
      expect(sent).toEqual([]);
      expect(await page.evaluate('localStorage.length + sessionStorage.length')).toBe(0);
      expect(window.problems).toEqual([]);
      await window.close();
    });

    test('a search says what is wrong with it, what to try, and when there may be more', async () => {
      const window = await windowOf('Caseworker, foster care', '/search');
      const { page } = window;
      const sent = documentsSentBy(page);
      await search(page, '   ');
      await page.getByText('Enter a name, a birth date, or both.').waitFor();
      expect(await page.getByLabel('Name').getAttribute('aria-invalid')).toBe('true');
      expect(sent).toEqual([]);
      await search(page, 'A'.repeat(300));
      await page.getByRole('alert').getByText('name must be text of at most 200 characters.').waitFor();
      for (const name of ['Нгуен Марья', '阮氏明', 'عائشة']) {
        await search(page, name);
        await page.getByText('Nobody was found.').waitFor();
        expect(await page.getByText('Enter a name').count()).toBe(0);
      }
      const one = page.waitForResponse('**/graphql');
      await search(page, 'Jada Coleman');
      const body = await (await one).json();
      const [person] = body.data.searchPersons;
      // As many persons as are asked for, all of them like the one that is there.
      await page.route('**/graphql', (route) => {
        const { first } = route.request().postDataJSON().variables;
        const many = Array.from({ length: first }, (_, at) => ({ ...person, id: `${person.id}-${at}` }));
        return route.fulfill({ json: { ...body, data: { searchPersons: many } } });
      });
      await search(page, 'Hayes');
      await page.getByText('There may be more than these 20.').waitFor();
      await page.getByRole('button', { name: 'Show up to 50' }).click();
      await page.getByText('There may be more than these 50, and no search shows more.').waitFor();
      expect(await page.getByRole('row').count()).toBe(51);
      expect(window.problems).toEqual([]);
      await window.close();
    });

    test('a warning comes before a search for, and a look at, somebody of the own surname', async () => {
      const window = await windowOf('Caseworker, SNAP and TANF', '/search');
      const { page } = window;
      const sent = documentsSentBy(page);
      await search(page, '  cólEMAN  jada');
      const dialog = page.getByRole('dialog', { name: 'This is your own surname' });
      await dialog.getByText(/recorded as a search for your own name/).waitFor();
      await expectAccessible(page);
      await dialog.getByRole('button', { name: 'Do not go on' }).click();
      expect(await dialog.count()).toBe(0);
      expect(sent).toEqual([]);
      // Part of a word is another name.
      const answered = page.waitForResponse('**/graphql');
      await search(page, 'Colemanson');
      await answered;
      expect(sent).toHaveLength(1);
      expect(window.problems).toEqual([]);
      await window.close();
      const supervisor = await windowOf('Supervisor, child protection', '/search');
      const asked = documentsSentBy(supervisor.page);
      await search(supervisor.page, '', '2014-05-30');
      const jada = supervisor.page.getByRole('button', { name: 'Jada Nicole Coleman' });
      const before = supervisor.page.getByRole('dialog', { name: 'This is your own surname' });
      await jada.click();
      await before.getByText(/This person has your surname/).waitFor();
      await supervisor.page.keyboard.press('Escape');
      expect(await before.count()).toBe(0);
      expect(new URL(supervisor.page.url()).pathname).toBe('/search');
      await jada.click();
      expect(asked).toHaveLength(1);
      await before.getByRole('button', { name: 'Go on, it is for my work' }).click();
      await supervisor.page.waitForURL(/\/person\//);
      expect(supervisor.problems).toEqual([]);
      await supervisor.close();
    });

    test('pages are accessible and fit 320 px, in English and Spanish, with results and without', async () => {
      for (const [locale, name, submit] of [
        ['en-US', 'Name', 'Search'],
        ['es-US', 'Nombre', 'Buscar'],
      ] as const) {
        const window = await windowOf('Caseworker, foster care', '/search', 1_280, locale);
        const { page } = window;
        await page.getByLabel(name, { exact: true }).fill('Coleman');
        await page.getByRole('button', { name: submit, exact: true }).click();
        await page.getByRole('link', { name: 'Jada Nicole Coleman' }).waitFor();
        await expectAccessible(page);
        await page.setViewportSize({ width: 320, height: 700 });
        await expectAccessible(page);
        await fits(page);
        await window.goto('/cases');
        await page.getByRole('link', { name: 'Jada Nicole Coleman' }).waitFor();
        await expectAccessible(page);
        await fits(page);
        await page.setViewportSize({ width: 1_280, height: 900 });
        await expectAccessible(page);
        expect(window.problems).toEqual([]);
        await window.close();
      }
      const other = await windowOf('Caseworker, SNAP and TANF', '/cases');
      await other.page.getByText('Only staff of Department of Children and Family Services can see this.').waitFor();
      expect(await other.page.getByText('No record').count()).toBe(0);
      await other.page.getByRole('link', { name: 'Search for a person' }).click();
      expect(new URL(other.page.url()).pathname).toBe('/search');
      await other.close();
    }, 180_000);

    test('my cases name what is due with its law and day, and say what is overdue', async () => {
      const window = await windowOf('Caseworker, foster care', '/cases');
      const { page } = window;
      const row = page.getByRole('row', { name: /Jada Nicole Coleman/ });
      await row.waitFor();
      expect(await row.innerText()).toMatch(
        /Monthly visit with the child[\s\S]*Due \w+day, \w+ \d+, \d{4}[\s\S]*required by 42 USC 624\(f\)/,
      );
      expect(await row.innerText()).toMatch(/Court hearing[\s\S]*set by the court/);
      await window.close();
      shared.started.product.clock.advance(75 * 86_400_000);
      const later = await shared.newSession('Caseworker, foster care');
      await later.goto('/cases');
      await later.page.getByText('1 case, 1 with something overdue').waitFor();
      const [due] = await later.page.getByRole('listitem').allInnerTexts();
      expect(due).toMatch(/Overdue since \w+day, \w+ \d+, \d{4}/);
      await later.page.getByRole('row').getByRole('link').click();
      await later.page.waitForURL(/\/person\//);
      expect([...window.problems, ...later.problems]).toEqual([]);
      await later.close();
    });
  });
}
