import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readDatasetCatalogue } from '../../schema/datasetCatalogue.ts';
import { datasetsDirectory, schemaDirectory } from '../../schema/files.ts';
import { composeSupergraph } from './composeSupergraph.ts';
import { unlistedSchemas } from './unlistedSchemas.ts';

test('A syntax error in a schema is reported with its file, line and column.', () => {
  const sources = [
    { name: 'aging', url: 'http://127.0.0.1:1/', sdl: 'type Query {\n  homes: [String\n}' },
    { name: 'veterans', url: 'http://127.0.0.1:2/', sdl: 'type Query { homes: String }' },
  ];
  expect(composeSupergraph(sources, readDatasetCatalogue(datasetsDirectory))).toEqual({
    kind: 'refused',
    problems: [expect.stringMatching(/^aging\.graphql:3:1: Syntax Error/)],
  });
});

test('A schema file that belongs to no subgraph is found, so that it is not left out without a word.', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'person360-schemas-'));
  await cp(schemaDirectory, directory, { recursive: true });
  expect(unlistedSchemas(directory)).toEqual([]);
  await writeFile(join(directory, 'aging.graphql'), 'type Query { homes: String }');
  expect(unlistedSchemas(directory)).toEqual(['schema/aging.graphql']);
  await rm(directory, { recursive: true });
});
