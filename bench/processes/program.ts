import { fileURLToPath } from 'node:url';

/** Whether the benchmark itself runs as compiled JavaScript (`npm run bench`) or from its source, through tsx. */
const isCompiled = import.meta.url.endsWith('.js');

/** What runs TypeScript; nothing when it has been compiled. */
export const loaderArguments: readonly string[] = isCompiled ? [] : ['--import', import.meta.resolve('tsx')];

/** The file to run for that source file. Gateways are measured as they are deployed: compiled. */
export function programFile(source: URL): string {
  const path = fileURLToPath(source);
  return isCompiled ? path.replace(/\.ts$/, '.js') : path;
}
