import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { idOf } from '../../../test/harness/product/startProduct.ts';
import { expectAccessible } from '../harness/axe.ts';
import type { Window } from '../harness/browser.ts';
import type { SharedConsole } from '../harness/sharedConsole.ts';

export function explorerCases(shared: SharedConsole): void {
  describe('the explorer', () => {
    async function explorerOf(user: string, locale = 'en-US'): Promise<Window> {
      const window = await shared.windowOf(user, { locale });
      await window.goto('/explorer');
      return window;
    }
    async function write(page: Page, text: string): Promise<void> {
      await page.getByRole('textbox', { name: 'Query' }).click();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.insertText(text);
    }
    const rowOf = (page: Page, field: string) =>
      page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: field, exact: true }) });

    test('says field by field what two purposes would show, and fetches nothing for it', async () => {
      const window = await explorerOf('Supervisor, child protection');
      const { page } = window;
      await rowOf(page, 'snap').getByText('Denied: No approval (IDHS)').waitFor();
      const { requests } = await shared.started.product.recordedDuring(async () => {
        await page.getByLabel('Compare with').selectOption({ label: 'Foster care case' });
        await page.getByRole('columnheader', { name: 'Foster care case' }).waitFor();
        await write(page, 'query Two($id: ID!) { person(id: $id) { birthDate snap { status } medicaid { status } } }');
        await rowOf(page, 'birthDate').getByText('Open').first().waitFor();
        await page.getByRole('rowheader', { name: 'family' }).waitFor({ state: 'detached' });
      });
      expect(requests).toEqual([]);
      expect(await rowOf(page, 'snap').getByRole('cell').allInnerTexts()).toEqual([
        expect.stringMatching(/^Denied: No approval \(IDHS\)/),
        expect.not.stringMatching(/^Denied/),
      ]);
      expect(await rowOf(page, 'medicaid').innerText()).toMatch(/Open only if a consent of the person is on file/);
      await expectAccessible(page);
      expect(window.problems).toEqual([]);
      await window.close();
    });

    test('runs a query, explains each null, and remembers the query without values', async () => {
      const window = await explorerOf('Supervisor, child protection');
      const { page } = window;
      await write(page, 'query Ward($id: ID!) { person(id: $id) { name { given } snap { status } } }');
      await page.getByLabel('Variables (JSON)').fill('[1]');
      await page.getByText('Variables are a JSON object').waitFor();
      await page.getByLabel('Variables (JSON)').fill(JSON.stringify({ id: idOf('ward') }));
      await page.getByRole('button', { name: 'Run' }).click();
      const result = page.getByRole('region', { name: 'Result' });
      await result.getByText('"given": "Jada"').waitFor();
      expect(await result.getByRole('listitem').innerText()).toMatch(/^person\.snap[\s\S]*No approval/);
      const history = page.getByRole('region', { name: 'Queries of this visit' });
      expect(await history.innerText()).toMatch(/query Ward/);
      expect(await history.innerText()).not.toContain(idOf('ward'));
      expect(await page.evaluate('localStorage.length + sessionStorage.length')).toBe(0);
      expect(page.url()).toBe(`${shared.started.origin}/explorer`);
      expect(window.problems).toEqual([]);
      await window.close();
    });

    test('documents the field under the cursor, completes, and sends neither mutations nor broken texts', async () => {
      const window = await explorerOf('Auditor, whole log');
      const { page } = window;
      const sent: string[] = [];
      await write(page, '{ agencies { code } }');
      await rowOf(page, 'code').getByText('Open').waitFor();
      page.on('request', (request) => {
        if (new URL(request.url()).pathname === '/graphql') sent.push(request.postData() ?? '');
      });
      for (let step = 0; step < 6; step++) await page.keyboard.press('ArrowLeft');
      await page
        .getByRole('region', { name: 'Field under the cursor' })
        .getByText(/^Agency\.code: /)
        .waitFor();
      await write(page, 'mutation { liftSuspension }');
      await page.getByText('The explorer only reads.').waitFor();
      await page.getByRole('button', { name: 'Run' }).click();
      await write(page, '{ agencies { nothing } }');
      await page
        .locator('.explorer__problem')
        .getByText(/Cannot query field "nothing" on type "Agency"/)
        .waitFor();
      await page.getByRole('button', { name: 'Run' }).click();
      expect(sent).toEqual([]);
      await write(page, '');
      await page.keyboard.type('{ agenc');
      await page.getByRole('option', { name: /agencies/ }).waitFor();
      expect(window.problems).toEqual([]);
      await window.close();
    });

    test('tells others why it is not for them; is accessible in Spanish at 320 px', async () => {
      const other = await explorerOf('Caseworker, foster care');
      await other.page.getByText(/^The explorer is for supervisors/).waitFor();
      expect(await other.page.getByRole('button', { name: 'Run' }).count()).toBe(0);
      await other.close();
      const window = await explorerOf('Auditor, whole log', 'es-US');
      await window.page.getByText('Tiene un solo propósito').waitFor();
      await window.page.getByRole('rowheader', { name: 'birthDate' }).waitFor();
      await expectAccessible(window.page);
      await window.page.setViewportSize({ width: 320, height: 700 });
      await expectAccessible(window.page);
      expect(
        await window.page.evaluate('document.documentElement.scrollWidth - window.innerWidth'),
      ).toBeLessThanOrEqual(0);
      expect(window.problems).toEqual([]);
      await window.close();
    });
  });
}
