// Part of `npm run build`: copies files that are read at run time to the compiled code, in dist or the given directory.
import { cpSync, existsSync, readdirSync } from 'node:fs';

const [out = 'dist'] = process.argv.slice(2);
cpSync('package.json', `${out}/package.json`);
cpSync('schema', `${out}/schema`, { recursive: true, filter: (path) => !path.endsWith('.ts') });
for (const folder of ['ledger', ...readdirSync('subgraphs').map((name) => `subgraphs/${name}`)]) {
  const migrations = `${folder}/migrations`;
  if (existsSync(migrations)) cpSync(migrations, `${out}/${migrations}`, { recursive: true });
}
cpSync('subgraphs/identity/linkage/model/illinois.json', `${out}/subgraphs/identity/linkage/model/illinois.json`);
cpSync('cli/subgraphTemplates', `${out}/cli/subgraphTemplates`, { recursive: true });
// The console's pages, if they are built: `npm run build -w @person360/console`.
for (const name of ['dist', 'documents.json']) {
  if (existsSync(`console/web/${name}`))
    cpSync(`console/web/${name}`, `${out}/console/web/${name}`, { recursive: true });
}
