import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type LinkageModel, parseModel } from './linkageModel.ts';

/** File of the shipped model, trained on a synthetic population of Illinois. */
export const defaultModelFile = fileURLToPath(new URL('./illinois.json', import.meta.url));

/** Reads the shipped model. */
export function readDefaultModel(): LinkageModel {
  return parseModel(readFileSync(defaultModelFile, 'utf8'));
}
