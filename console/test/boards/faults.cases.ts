import { describe, expect, test } from '@jest/globals';
import { expectAccessible } from '../harness/axe.ts';
import { openPerson } from '../harness/openPerson.ts';
import type { SharedConsole } from '../harness/sharedConsole.ts';

export function faultsCases(shared: SharedConsole): void {
  describe('the console when something is wrong or different', () => {
    test('says that the graph does not respond while the gateway restarts, and goes on afterward', async () => {
      const window = await shared.windowOf('Caseworker, foster care');
      const { page } = window;
      await window.goto('/cases');
      await page.getByRole('link', { name: 'Jada Nicole Coleman' }).waitFor();
      shared.gateway.behave({ kind: 'down' });
      await page.reload();
      await page.getByText('The graph does not respond.', { exact: false }).waitFor();
      shared.gateway.behave({ kind: 'pass' });
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByRole('link', { name: 'Jada Nicole Coleman' }).waitFor();
      await window.close();
    });

    test('shows a closed place as soon as the owner revokes the approval', async () => {
      const window = await shared.windowOf('Caseworker, foster care');
      await openPerson(window, 'ward');
      const custody = window.page
        .getByRole('row', { name: /Marcus/ })
        .getByRole('cell')
        .nth(4);
      expect(await custody.innerText()).toContain('In custody');
      const officer = { agency: 'IDOC', purpose: 'DATA_GOVERNANCE', roles: ['DATA_OFFICER'] } as const;
      const { data } = await shared.started.product.ask(
        officer,
        '{ approvals(requestingAgency: DCFS, dataset: "corrections.custody") { id purpose } }',
      );
      const approvals = (data as { approvals: { id: string; purpose: string }[] }).approvals;
      const approval = approvals.find(({ purpose }) => purpose === 'FOSTER_CARE_CASE');
      const revoked = await shared.started.product.ask(
        officer,
        'mutation ($input: RevokeApprovalInput!) { revokeApproval(input: $input) { approvalRevision } }',
        { input: { approvalId: approval?.id, reason: 'The agreement between the departments has ended.' } },
      );
      expect(revoked.errors).toEqual([]);
      await openPerson(window, 'ward');
      expect(await custody.innerText()).toMatch(/No approval|Approval not in force/);
      expect(window.problems).toEqual([]);
      await window.close();
    });

    test('is legible with forced colors, and with text twice as large', async () => {
      const window = await shared.windowOf('Caseworker, foster care');
      const { page } = window;
      await page.emulateMedia({ forcedColors: 'active' });
      await openPerson(window, 'ward');
      await page.getByText(/events since/).waitFor();
      await expectAccessible(page);
      await page.emulateMedia({ forcedColors: 'none' });
      await page.evaluate("document.documentElement.style.fontSize = '200%'");
      expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      expect(window.problems).toEqual([]);
      await window.close();
    }, 120_000);
  });
}
