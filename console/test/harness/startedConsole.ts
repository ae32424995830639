import { buildConsole } from '../../../cli/local/buildConsole.ts';
import { type LocalConsole, type LocalConsoleOptions, startLocalConsole } from '../../../cli/local/localConsole.ts';
import { requireConsoleDocuments } from '../../../cli/local/localDocuments.ts';
import { type Product, type StateOptions, startProduct } from '../../../test/harness/product/startProduct.ts';
import { readManifest, webDirectory } from '../../server/builtWeb.ts';
import { readTrustedDocuments } from '../../server/graph/trustedDocuments.ts';

export interface StartedConsole {
  readonly product: Product;
  readonly origin: string;
  stop(): Promise<void>;
}

/** The whole product with the console's real pages. */
export async function startConsoleWithProduct(
  options: StateOptions = {},
  consoleOptions: Partial<LocalConsoleOptions> = {},
): Promise<StartedConsole> {
  await buildConsole(() => undefined);
  const product = await startProduct(options);
  const manifest = readManifest();
  requireConsoleDocuments(product.dataDirectory, manifest);
  const app: LocalConsole = await startLocalConsole({
    dataDirectory: product.dataDirectory,
    port: 0,
    gatewayUrl: product.url,
    documents: readTrustedDocuments(manifest),
    webDirectory,
    clock: product.clock.now,
    log: () => undefined,
    ...consoleOptions,
  });
  return {
    product,
    origin: app.origin,
    async stop() {
      await app.stop();
      await product.stop();
    },
  };
}
