// Part of `npm run build`: puts what is read at run time beside the compiled code.
import { cpSync, existsSync, readdirSync } from 'node:fs';

cpSync('package.json', 'dist/package.json');
cpSync('schema', 'dist/schema', { recursive: true, filter: (path) => !path.endsWith('.ts') });
for (const folder of ['ledger', ...readdirSync('subgraphs').map((name) => `subgraphs/${name}`)]) {
  const migrations = `${folder}/migrations`;
  if (existsSync(migrations)) cpSync(migrations, `dist/${migrations}`, { recursive: true });
}
