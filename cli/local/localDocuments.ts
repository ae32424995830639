import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** File of the trusted documents of a local run, which its gateways read again when it changes. */
export function localDocumentsFile(dataDirectory: string): string {
  const file = join(dataDirectory, 'trusted-documents.json');
  if (!existsSync(file)) write(file, { clients: [] });
  return file;
}

/** From now on, the console's requests are refused unless they are one of these documents. */
export function requireConsoleDocuments(dataDirectory: string, manifest: Readonly<Record<string, string>>): void {
  const file = localDocumentsFile(dataDirectory);
  write(file, { clients: [{ client: 'console', mode: 'require', manifests: [manifest] }] });
}

/** At once: a gateway never reads half of it. */
function write(file: string, content: object): void {
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(content));
  renameSync(`${file}.${process.pid}`, file);
}
