import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { expectAccessible } from '../harness/axe.ts';
import type { Window } from '../harness/browser.ts';
import type { SharedConsole } from '../harness/sharedConsole.ts';

export function auditCases(shared: SharedConsole): void {
  describe('the audit board and the page of residents', () => {
    beforeAll(async () => {
      const { query, variables } = shared.started.product.example;
      const worker = shared.started.product.token(
        { agency: 'DCFS', purpose: 'FOSTER_CARE_CASE', roles: ['CASEWORKER'] },
        { subject: 'dcfs.caseworker' },
      );
      await shared.started.product.ask(worker, query, variables);
    });

    const openAs = async (name: string, path: string, options: { width?: number; locale?: string } = {}) => {
      const window = await shared.newSession(name, options);
      await window.goto(path);
      return window;
    };
    const check = async ({ page }: Window): Promise<string> => {
      await page.getByRole('button', { name: 'Check', exact: true }).click();
      return (await page.locator('.receipt .usa-alert').first().textContent()) ?? '';
    };

    test('an auditor finds a disclosure, and proves it in the page; a changed receipt fails', async () => {
      const window = await openAs('Auditor, whole log', '/audit');
      const { page } = window;
      await page.getByLabel('Requester', { exact: true }).fill('dcfs.caseworker');
      await page.getByLabel('Kind').selectOption('DISCLOSURE');
      await page.getByLabel('Dataset').selectOption('medicaid.enrollment');
      await page.getByRole('button', { name: 'Show entries' }).click();
      await page.getByText('Complete: all').waitFor();
      expect(page.url()).toContain('requester=dcfs.caseworker');
      await expectAccessible(page);
      await page
        .getByRole('link', { name: /^Open the entry of/ })
        .first()
        .click();
      await page.getByRole('heading', { name: 'In words' }).waitFor();
      await page.getByRole('button', { name: 'Fetch the receipt' }).click();
      const receipt = page.getByLabel(/^Receipt \*/);
      await page.getByLabel(/^The log's public key/).fill(shared.started.product.ledger.verifierKey);
      expect(await check(window)).toMatch(/^Verified/);
      await page.getByText('The page above agrees with the proved record.').waitFor();
      await page.getByText('The entry names exactly this list of fields.').waitFor();
      await expectAccessible(page);

      const text = await receipt.inputValue();
      const [, note = ''] = text.split('\n\n');
      await receipt.fill(text.replace(/^index (\d+)$/m, (_, index) => `index ${Number(index) + 1}`));
      expect(await check(window)).toMatch(/^Not verified/);
      await page.getByText('it does not lead to the signed log').waitFor();
      await receipt.fill(text);
      await page.getByLabel(/^A checkpoint that you kept/).fill(`${note}\n\n${text.split('\n\n')[2] ?? ''}`);
      expect(await check(window)).toContain('is of the same log');
      expect(window.problems).toEqual([]);
      await window.close();
    });

    test('a resident reads in Spanish on a phone who looked, and asks about it; an auditor answers', async () => {
      const window = await openAs('Loretta Coleman', '/my-data', { width: 320, locale: 'es-US' });
      const { page } = window;
      const entry = page
        .getByRole('listitem')
        .filter({ hasText: 'Departamento de Servicios para Niños y Familias' })
        .first();
      await entry.waitFor();
      await expectAccessible(page);
      await entry.getByRole('button', { name: 'Preguntar sobre esto' }).click();
      await page.getByLabel(/^¿Qué quiere saber\?/).fill('¿Por qué vieron esto?');
      await page.getByRole('button', { name: 'Enviar mi pregunta' }).click();
      await page.getByText('¿Por qué vieron esto?').waitFor();
      await page.getByText('Todavía no hay respuesta.').waitFor();
      expect(window.problems).toEqual([]);
      await window.close();

      const office = await openAs('Auditor, whole log', '/audit/questions');
      await office.page.getByText('¿Por qué vieron esto?').waitFor();
      await office.page.getByLabel(/^Your answer/).fill('Su nieta vive con usted. Por eso vieron estos datos.');
      await office.page.getByRole('button', { name: 'Send the answer' }).click();
      await office.page.getByText(/^Answered by/).waitFor();
      expect(office.problems).toEqual([]);
      await office.close();
    });

    test('an auditor saves entries as a file, which the log records first', async () => {
      const window = await openAs('Auditor, whole log', '/audit?kind=DISCLOSURE');
      const { page } = window;
      await page.getByRole('button', { name: 'Save as a file' }).click();
      await page.getByLabel('Reason').selectOption('COURT');
      await expectAccessible(page);
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Record and save' }).click(),
      ]);
      const ticket = /EX-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(
        (await page.getByRole('status').last().textContent()) ?? '',
      )?.[0];
      expect(file.suggestedFilename()).toBe(`${ticket}.csv`);
      const [first, names, ...entries] = (await readFile(await file.path(), 'utf8')).trim().split('\r\n');
      expect([first, names?.slice(0, 15)]).toEqual([`ticket,${ticket}`, 'entry,time,kind']);
      expect(entries.length).toBeGreaterThan(0);
      await page.getByRole('button', { name: 'Close' }).click();
      await page.getByLabel('Number of a printout or export').fill(String(ticket));
      await page.getByLabel('Kind').selectOption('');
      await page.getByRole('button', { name: 'Show entries' }).click();
      await page.getByText('1 entries on this page').waitFor();
      await page.getByText(`Number ${ticket}`).waitFor();
      expect(window.problems).toEqual([]);
      await window.close();
    });

    test('a resident takes a consent back', async () => {
      const window = await openAs('Denise Coleman', '/my-data/consents');
      const { page } = window;
      const consent = page.getByRole('listitem').filter({ hasText: 'In use' }).first();
      await consent.waitFor();
      await expectAccessible(page);
      await consent.getByRole('button', { name: 'Take it back' }).click();
      await page.getByLabel(/^Why do you take it back/).fill('I do not want this any more.');
      await page.getByRole('button', { name: 'Take it back now' }).click();
      await page.getByText('You took it back. It ended at once.').waitFor();
      await page.getByText('Taken back', { exact: true }).first().waitFor();
      expect(await page.getByText('In use', { exact: true }).count()).toBe(0);
      expect(window.problems).toEqual([]);
      await window.close();
    });

    test.each([
      [1_280, 'en-US'],
      [320, 'es-US'],
    ])('every page of the audit board is accessible at %i px in %s', async (width, locale) => {
      const window = await shared.windowOf('Auditor, whole log', { width, locale });
      for (const page of ['unusual', 'statistics', 'checkpoints', 'questions', 'suspensions', 'unmaskings']) {
        await window.goto(`/audit/${page}`);
        await window.page.locator('h1').waitFor();
        await window.page.waitForLoadState('networkidle');
        await window.page.getByRole('progressbar').waitFor({ state: 'detached' });
        await expectAccessible(window.page);
      }
      expect(window.problems).toEqual([]);
      await window.close();
    });
  });
}
