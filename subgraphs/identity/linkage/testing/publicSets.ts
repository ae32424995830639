import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Folder with the public sets for evaluation (febrl/ and uganda/), which the project does not ship: LINKAGE_DATA, else
 * ../shared/linkage next to the project. Undefined if there is none, and says so on stderr.
 *
 * @param leftOut what is not tested without it
 */
export function publicSetsFolder(leftOut: string): string | undefined {
  const besideProject = fileURLToPath(new URL('../../../../../shared/linkage', import.meta.url));
  const folder = [process.env.LINKAGE_DATA ?? '', besideProject].find((path) =>
    existsSync(`${path}/febrl/dataset3.csv`),
  );
  if (folder === undefined) {
    process.stderr.write(
      `Left out, for lack of their files: ${leftOut}. Set LINKAGE_DATA to a folder with febrl/ and uganda/, and run npm test again.\n`,
    );
  }
  return folder;
}
