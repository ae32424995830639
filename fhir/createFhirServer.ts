import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Response,
} from 'express';
import { capabilityStatement } from './capabilityStatement.ts';
import { crossReferences } from './crossReference/crossReferences.ts';
import { readCrossReference } from './crossReference/readCrossReference.ts';
import { type AskGraph, createAskGraph } from './graph/askGraph.ts';
import { MATCH, PERSON_BY_ID } from './graph/documents.ts';
import { matchBundle } from './match/matchBundle.ts';
import { readMatch } from './match/readMatch.ts';
import { traitsOfPatient } from './match/traitsOfPatient.ts';
import { explainRefusal, requireShown } from './outcome/explainFailure.ts';
import { FhirError, operationOutcome } from './outcome/fhirError.ts';
import { createIdentifierSystems } from './patient/identifierSystems.ts';
import { patientOfPerson } from './patient/patientOfPerson.ts';

export interface FhirServerOptions {
  /** Address of this server for its callers, without a slash at the end; part of the identifiers that it gives. */
  readonly baseUrl: string;
  /** Address of the graph, `https://.../graphql`. */
  readonly gatewayUrl: string;
  /** Milliseconds after which a request to the gateway is given up. Default: 30,000. */
  readonly timeoutMs?: number;
  readonly log: (message: string, details: object) => void;
}

const FHIR_JSON = 'application/fhir+json';
const MAX_BODY = '64kb';

/**
 * FHIR R4 for health agencies, over the graph's public endpoint: Patient/$match (IHE PDQm, ITI-119), Patient/$ihe-pix (IHE
 * PIXm, ITI-83), and reading a Patient. It has no access of its own: the gateway decides with the caller's token and
 * purpose, and records what is shown.
 */
export function createFhirServer(options: FhirServerOptions): Express {
  const { baseUrl, gatewayUrl, timeoutMs = 30_000, log } = options;
  const systems = createIdentifierSystems(baseUrl);
  const askAs = createAskGraph(gatewayUrl, timeoutMs);

  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use((_request, response, next) => {
    response.set({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    next();
  });
  app.use(requireJson);
  const body = express.json({ limit: MAX_BODY, type: [FHIR_JSON, 'application/json'] });

  app.get('/metadata', (_request, response) => send(response, 200, capabilityStatement(baseUrl)));
  app.post(
    '/Patient/$match',
    body,
    asking(async (ask, request) => {
      if (request.body === undefined) throw new FhirError(415, 'not-supported', `Send JSON as ${FHIR_JSON}.`);
      const { patient, onlyCertainMatches, count } = readMatch(request.body);
      const answer = await ask(MATCH, { traits: traitsOfPatient(patient), first: count });
      requireShown(answer, 'matchPersons');
      return matchBundle(answer.data?.matchPersons ?? [], { baseUrl, systems, onlyCertainMatches });
    }),
  );
  app.get(
    '/Patient/$ihe-pix',
    asking((ask, request) =>
      crossReferences(ask, readCrossReference(new URL(request.url, baseUrl).searchParams, systems), systems),
    ),
  );
  app.get(
    '/Patient/:id',
    asking(async (ask, request) => {
      const answer = await ask(PERSON_BY_ID, { id: String(request.params.id) });
      requireShown(answer, 'person');
      const person = answer.data?.person ?? null;
      if (person === null) throw new FhirError(404, 'not-found', 'There is no Patient with this id.');
      return patientOfPerson(person, systems);
    }),
  );
  app.use((request) => {
    const what = `${request.method} ${request.path}`;
    throw new FhirError(404, 'not-supported', `${what} is not supported. GET ${baseUrl}/metadata says what is.`);
  });
  app.use(onError(log));
  return app;

  function asking(respond: (ask: AskGraph, request: Request) => Promise<object>): RequestHandler {
    return async (request, response) => {
      const gone = new AbortController();
      response.on('close', () => gone.abort());
      send(response, 200, await respond(askAs(request.headers, gone.signal), request));
    };
  }
}

/** JSON is the only format, so a caller who accepts none gets 406 before anything is asked. */
const requireJson: RequestHandler = (request, _response, next) => {
  const format = request.query._format;
  const isJson = format === undefined || /^(json|application\/(fhir\+)?json)$/.test(String(format).replace(' ', '+'));
  if (!isJson || !request.accepts([FHIR_JSON, 'application/json'])) {
    throw new FhirError(406, 'not-supported', `This server only writes ${FHIR_JSON}.`);
  }
  next();
};

function send(response: Response, status: number, resource: object): void {
  response.status(status).type(FHIR_JSON).send(JSON.stringify(resource));
}

function onError(log: FhirServerOptions['log']): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error);
    const known = error instanceof FhirError ? error : (explainRefusal(error) ?? bodyError(error));
    if (known === undefined) {
      log('request failed', { reason: error instanceof Error ? error.message : String(error) });
      return send(response, 500, operationOutcome('exception', 'The request failed here. Try again later.'));
    }
    if (known.status === 401) response.set('www-authenticate', 'Bearer');
    if (known.retryAfterMs !== undefined) response.set('retry-after', String(Math.ceil(known.retryAfterMs / 1_000)));
    send(response, known.status, operationOutcome(known.code, known.message));
  };
}

/** What express.json throws for a body, and Express for a path that cannot be decoded. */
function bodyError(error: unknown): FhirError | undefined {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  if (status === 413) return new FhirError(413, 'too-long', `The body may have at most ${MAX_BODY}.`);
  if (status === 415) return new FhirError(415, 'not-supported', `Send JSON as ${FHIR_JSON}, in UTF-8.`);
  if (typeof status !== 'number' || status < 400 || status >= 500) return undefined;
  return new FhirError(status, 'structure', 'The request cannot be read. Is the body JSON?');
}
