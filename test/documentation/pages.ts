import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

export function readPage(name: string): string {
  return readFileSync(join(root, name), 'utf8');
}

/** README.md, CONTRIBUTING.md, and every page in docs/, by their paths from the root. */
export function pages(): readonly string[] {
  const docs = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'));
  return ['README.md', 'CONTRIBUTING.md', ...docs.map((name) => `docs/${name}`)];
}

/** Texts of the source files of a folder, without its tests. */
export function sourcesOf(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/\.test\.ts$|(?:^|\/)testing\//.test(name))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'));
}

/** Cells of every row of a page's tables, without the rows of dashes. */
export function tableRows(page: string): readonly (readonly string[])[] {
  return page
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^[|\s:-]+$/.test(line))
    .map((line) => line.split('|').slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim()));
}

/** Names in backquotes in a cell of a table. */
export function names(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
}

const FOLDERS = ['gateway', 'subgraphs', 'schema', 'keys', 'ledger', 'population', 'cli', 'bench', 'test'];

/** Names that are neither a path from the root nor used in any source file, tests included, outside of comments. */
export function missingNames(wanted: readonly string[]): readonly string[] {
  const used = new Set<string>();
  for (const folder of FOLDERS) {
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!/\.(?:ts|graphql)$/.test(name)) continue;
      const text = readFileSync(join(root, folder, name), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
      for (const [word] of text.matchAll(/@?[A-Za-z_]\w*/g)) used.add(word);
    }
  }
  const isUsed = (name: string): boolean => name.split('.').every((part) => used.has(part));
  return wanted.filter((name) => !(name.includes('/') ? existsSync(join(root, name)) : isUsed(name)));
}

/** Relative links of a page, and source files that it names from the root, that are not there. */
export function missingTargets(name: string): readonly string[] {
  const text = readPage(name);
  const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, link = '']) => join(dirname(name), link));
  const files = [...text.matchAll(/`((?:gateway|subgraphs|schema|keys|ledger|population|cli|bench|test)\/[\w./-]*)`/g)];
  return [...links, ...files.map(([, file = '']) => file)].filter((target) => !existsSync(join(root, target)));
}
