import { type SubgraphProxy, startSubgraphProxy } from '../../../test/harness/product/subgraphProxy.ts';
import { type Browser, launchBrowser, openWindow, signInAs, type Window, type WindowOptions } from './browser.ts';
import { type StartedConsole, startConsoleWithProduct } from './startedConsole.ts';

/** One console and one browser for many cases. */
export interface SharedConsole {
  readonly started: StartedConsole;
  readonly browser: Browser;
  /** Stands in front of the gateway. */
  readonly gateway: SubgraphProxy;
  /** A window of this user, who has signed in at some time before. */
  windowOf(user: string, options?: WindowOptions): Promise<Window>;
  /** A window of this user, who signs in now and for this window alone: to sign out, and for what needs a new sign-in. */
  newSession(user: string, options?: WindowOptions): Promise<Window>;
  stop(): Promise<void>;
}

export async function startSharedConsole(): Promise<SharedConsole> {
  let target = 'http://127.0.0.1:9';
  const gateway = await startSubgraphProxy('gateway', () => target);
  const [started, browser] = await Promise.all([
    startConsoleWithProduct(
      { limits: { subgraphTimeoutMs: 6_000, requestTimeoutMs: 30_000 } },
      { gatewayUrl: `${new URL(gateway.url).origin}/graphql` },
    ),
    launchBrowser(),
  ]);
  target = started.product.url;
  const sessions = new Map<string, Awaited<ReturnType<Window['context']['storageState']>>>();

  async function newSession(user: string, options: WindowOptions = {}): Promise<Window> {
    const window = await openWindow(browser, started.origin, options);
    await signInAs(window, user);
    return window;
  }
  return {
    ...{ started, browser, gateway, newSession },
    async windowOf(user, options = {}) {
      const session = sessions.get(user);
      if (session !== undefined) return openWindow(browser, started.origin, { ...options, session });
      const window = await newSession(user, options);
      sessions.set(user, await window.context.storageState());
      return window;
    },
    async stop() {
      await browser.close();
      await started.stop();
      await gateway.stop();
    },
  };
}
