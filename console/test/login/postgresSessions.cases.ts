import { expect, test } from '@jest/globals';
import { Client } from 'pg';
import type { Product } from '../../../test/harness/product/startProduct.ts';
import { openPostgresStore } from '../../server/sessions/postgresStore.ts';
import type { Session } from '../../server/sessions/session.ts';
import { createSessions } from '../../server/sessions/sessions.ts';

/** Sessions in a real database, one of the product's. */
export function postgresSessions(product: () => Product): void {
  test('keeps sessions in PostgreSQL, where nobody can use them', async () => {
    const databaseUrl = product().databaseUrls.get('audit') ?? '';
    const open = () => openPostgresStore({ connectionString: databaseUrl });
    let store = await open();
    const sessions = createSessions(store, Date.now);
    const session: Session = {
      user: {
        subject: 'dcfs.caseworker',
        name: 'Caseworker',
        agency: 'DCFS',
        roles: ['CASEWORKER'],
        purposes: ['AUDIT'],
      },
      ...{ accessToken: 'ACCESS-TOKEN', refreshToken: 'REFRESH-TOKEN', idToken: 'ID-TOKEN' },
      ...{ accessTokenExpiresAt: Date.now(), startedAt: Date.now(), authenticatedAt: Date.now() },
      ...{ lastActiveAt: Date.now(), isLocked: false, handleKey: 'k'.repeat(43), preferences: {} },
    };
    const id = await sessions.start(session);
    await store.close();
    store = await open();
    try {
      const afterRestart = createSessions(store, Date.now);
      expect(await afterRestart.find(id)).toMatchObject({ session, state: 'open' });
      expect(await afterRestart.find(`${id.slice(0, -1)}${id.endsWith('A') ? 'B' : 'A'}`)).toBeUndefined();
      const client = new Client({ connectionString: databaseUrl });
      await client.connect();
      const { rows } = await client.query("select key, encode(sealed, 'escape') as sealed from console_session");
      await client.end();
      expect(rows).toHaveLength(1);
      expect(JSON.stringify(rows)).not.toMatch(new RegExp(`TOKEN|caseworker|${id}`));
      await afterRestart.end(id);
      expect(await afterRestart.find(id)).toBeUndefined();
    } finally {
      await store.close();
    }
  });
}
