import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { transform } from '@swc/core';

const root = fileURLToPath(new URL('../../', import.meta.url));
const SWC = {
  jsc: {
    parser: { syntax: 'typescript' },
    target: 'es2022',
    rewriteRelativeImportExtensions: true,
    transform: { verbatimModuleSyntax: true },
  },
  module: { type: 'es6' },
  swcrc: false,
};

/** As `npm run build`, without the checks of types, which are no test's; and what prepares data (see prepare.ts). */
export async function compileProgram(into) {
  const { include } = JSON.parse(await readFile(join(root, 'tsconfig.build.json'), 'utf8'));
  for (const folder of [...include, 'test/harness']) {
    for (const name of await readdir(join(root, folder), { recursive: true })) {
      if (/(?<!\.test|\.d)\.ts$/.test(name) && !name.includes('node_modules')) await compile(join(folder, name), into);
    }
  }
  await promisify(execFile)(process.execPath, ['cli/copyAssets.js', into], { cwd: root });
  await symlink(join(root, 'node_modules'), join(into, 'node_modules'));
}

async function compile(file, into) {
  const { code } = await transform(await readFile(join(root, file), 'utf8'), { ...SWC, filename: file });
  const compiled = join(into, file.replace(/\.ts$/, '.js'));
  await mkdir(dirname(compiled), { recursive: true });
  await writeFile(compiled, code);
}
