import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { findLocation } from '../../../cli/postgres/files/clusterLocation.ts';

export interface FilesOfServer {
  readonly wal: readonly Buffer[];
  /** Of one database, by its oid, or of all. What has not been written yet is only in the WAL: make a checkpoint first. */
  data(database?: string): readonly Buffer[];
}

/** The files of the embedded PostgreSQL of a data directory. */
export async function filesOfServer(dataDirectory: string): Promise<FilesOfServer> {
  const cluster = join((await findLocation(dataDirectory))?.directory ?? '', 'cluster');
  const paths = readdirSync(cluster, { recursive: true, encoding: 'utf8' })
    .map((name) => join(cluster, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile());
  const read = (folder: string) => paths.filter((path) => path.includes(folder)).map((path) => readFileSync(path));
  return {
    wal: read('/pg_wal/'),
    data: (database) => read(database === undefined ? '/base/' : `/base/${database}/`),
  };
}
