import { readFileSync } from 'node:fs';
import { defaultModelFile } from '../../../../subgraphs/identity/linkage/model/defaultModel.ts';
import {
  type LinkageModel,
  LinkageModelError,
  parseModel,
} from '../../../../subgraphs/identity/linkage/model/linkageModel.ts';
import { CliError } from '../../../cliError.ts';

/** Reads a model file; without one, the model that the project ships. */
export function readModel(file: string = defaultModelFile): LinkageModel {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new CliError(`The model file ${file} cannot be read. Train one: person360 identity train --out ${file}.`);
  }
  try {
    return parseModel(text);
  } catch (error) {
    if (error instanceof LinkageModelError) throw new CliError(`${file}: ${error.message}`);
    throw error;
  }
}
