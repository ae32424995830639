import { fileURLToPath } from 'node:url';

/** True if the benchmark runs as compiled JavaScript (`npm run bench`) and not from its source through tsx. */
const isCompiled = import.meta.url.endsWith('.js');

/** Arguments that load TypeScript; none if it has been compiled. */
export const loaderArguments: readonly string[] = isCompiled ? [] : ['--import', import.meta.resolve('tsx')];

/** The file to run for that source file. Gateways are measured as they are deployed: compiled. */
export function programFile(source: URL): string {
  const path = fileURLToPath(source);
  return isCompiled ? path.replace(/\.ts$/, '.js') : path;
}
