import { parse } from 'yaml';
import type { z } from 'zod';
import { SystemDatasets } from '../../../schema/catalog/datasetCatalogue.ts';
import { Publication } from '../../../schema/publishing/publication.ts';
import { holdsHiddenCharacters } from '../../../schema/values/hiddenCharacters.ts';
import { PublicError } from '../../kit/errors/publicError.ts';
import { listProblems } from './listProblems.ts';

export interface PublicationInput {
  readonly subgraph: string;
  readonly sdl: string;
  /** YAML or JSON. */
  readonly datasets: string;
  readonly routingUrl: string;
  readonly personKey?: string | null | undefined;
  readonly contact: string;
  readonly message?: string | null | undefined;
}

const MOST_DATASETS_TEXT = 200_000;

/** Reads what somebody wants to publish. Throws BAD_USER_INPUT with the member that is wrong, and why. */
export function readPublicationInput(input: PublicationInput): Publication {
  const { subgraph, sdl, datasets, routingUrl, personKey, contact, message } = input;
  const read = Publication.safeParse({
    ...{ subgraph, sdl, routingUrl, contact },
    datasets: readDatasets(datasets),
    ...(personKey == null ? {} : { personKey }),
    message: message ?? '',
  });
  if (!read.success) throw invalid('The publication', read.error);
  const publication = read.data;
  const { system, datasets: listed } = publication.datasets;
  if (system !== publication.subgraph) {
    refuse(
      `The datasets are of the system ${system}, but the subgraph is ${publication.subgraph}. They must be the same.`,
    );
  }
  const foreign = listed.find(({ id }) => !id.startsWith(`${system}.`));
  if (foreign !== undefined) refuse(`The dataset ${foreign.id} must be named ${system}.<name>.`);
  for (const name of ['contact', 'message'] as const) {
    if (holdsHiddenCharacters(publication[name])) refuse(`${name} holds characters that readers would not see.`);
  }
  return publication;
}

function readDatasets(text: string): SystemDatasets {
  if (text.length > MOST_DATASETS_TEXT) refuse(`The datasets have more than ${MOST_DATASETS_TEXT} characters.`);
  const read = SystemDatasets.safeParse(parsed(text));
  if (!read.success) throw invalid('The file of datasets', read.error);
  return read.data;
}

function parsed(text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    const [why] = error instanceof Error ? error.message.split('\n') : [];
    return refuse(`The file of datasets is not YAML: ${listProblems([String(why)])}`);
  }
}

function invalid(what: string, { issues }: z.ZodError): PublicError {
  const problems = issues.map(({ path, message }) => (path.length === 0 ? message : `${path.join('.')}: ${message}`));
  return new PublicError('BAD_USER_INPUT', `${what} is not valid. ${listProblems(problems)}`);
}

function refuse(message: string): never {
  throw new PublicError('BAD_USER_INPUT', message);
}
