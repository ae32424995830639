import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { signatories } from '../../../schema/catalog/agencies.ts';
import { federationFile, SUBGRAPH_NAMES } from '../../../schema/files.ts';
import { CliError } from '../../cliError.ts';

export type Language = 'typescript' | 'python';

export interface InitOptions {
  readonly language: Language;
  readonly agency: string;
  /** Default: a folder with the name of the subgraph, in the current one. */
  readonly directory?: string | undefined;
  /** Version of `@person360/subgraph-kit`, or its tarball. */
  readonly kit: string;
}

const templates = fileURLToPath(new URL('../../subgraphTemplates/', import.meta.url));

/** Files whose name depends on the subgraph, or starts with a dot. */
const fileNames = (name: string): Readonly<Record<string, string>> => ({
  'subgraph.graphql': `${name}.graphql`,
  'datasets.yaml': `${name}.yaml`,
  gitignore: '.gitignore',
  'graphqlrc.yml': '.graphqlrc.yml',
});

/**
 * Writes a small project that keeps the contract of a subgraph, and returns its folder. Throws a CliError, and writes
 * nothing, if the name cannot be used or the folder is not empty. Never overwrites a file.
 */
export function initSubgraph(name: string, { language, agency, directory = name, kit }: InitOptions): string {
  requireName(name);
  if (!signatories.some(({ code }) => code === agency)) {
    throw new CliError(
      `--agency ${agency} is not a party. Use one of ${signatories.map(({ code }) => code).join(', ')}.`,
    );
  }
  const folder = resolve(directory);
  requireEmpty(folder);
  const values: Readonly<Record<string, string>> = {
    name,
    Name: name.charAt(0).toUpperCase() + name.slice(1),
    agency,
    agencyDomain: agency.toLowerCase().replaceAll('_', '-'),
    kit: kitDependency(kit, folder),
  };
  for (const [file, text] of [...filesOf('shared', name), ...filesOf(language, name)]) {
    write(join(folder, file), fill(text, values));
  }
  write(join(folder, 'federation.graphql'), readFileSync(federationFile, 'utf8'));
  return folder;
}

/** Names become types, enum values and parts of dataset ids. */
function requireName(name: string): void {
  if (!/^[a-z]{2,40}$/.test(name) || name in {}) {
    throw new CliError(`${JSON.stringify(name)} cannot be the name of a subgraph. Use 2 to 40 letters from a to z.`);
  }
  if (SUBGRAPH_NAMES.some((taken) => taken === name)) {
    throw new CliError(`There is a subgraph "${name}" already. Choose another name.`);
  }
}

function requireEmpty(folder: string): void {
  try {
    if (readdirSync(folder).length === 0) return;
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT') return;
    throw new CliError(`${folder} cannot be used as a folder. Choose another one with --directory.`);
  }
  throw new CliError(`${folder} is not empty. Choose another folder with --directory; nothing is overwritten.`);
}

/** A tarball is named by its path from the project. */
function kitDependency(kit: string, folder: string): string {
  return kit.endsWith('.tgz') ? `file:${relative(folder, resolve(kit))}` : kit;
}

/** Templates of a folder as [path in the project, text]. */
function filesOf(folder: string, name: string): readonly (readonly [string, string])[] {
  const root = join(templates, folder);
  const names = fileNames(name);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.template'))
    .map((path) => {
      const file = path.slice(0, -'.template'.length);
      return [names[file] ?? file, readFileSync(join(root, path), 'utf8')] as const;
    });
}

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, key: string) => {
    const value = values[key];
    if (value === undefined) throw new Error(`A template names ${key}, which has no value.`);
    return value;
  });
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text, { flag: 'wx' });
}
