import type { EngineResponse } from '../model/engineResponse.ts';

/** A complete GraphQL response as JSON text. Apollo Server passes it on without parsing or serializing it. */
export class ResponseText {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** Response with decisions instead of data. */
export function writeExplanation(access: readonly object[], revision: number): ResponseText {
  return new ResponseText(JSON.stringify({ data: null, extensions: { approvalRevision: revision, access } }));
}

/** JSON texts of the response's extensions; empty for those that are absent. */
export interface ResponseExtensions {
  readonly revision: number;
  /** JSON text of the places whose values may be masked, with the masks; empty when there are none. */
  readonly maskedFields: string;
  /** Outcome of the declared emergency. */
  readonly emergency: string;
  /** Changes that the proposed approvals would make. */
  readonly dryRun: string;
}

/**
 * Assembles a response: denials first, then failures of systems.
 *
 * @param denials JSON texts of errors, each one or more joined by commas, or empty
 */
export function writeResponse(
  response: EngineResponse,
  denials: readonly string[],
  { revision, ...texts }: ResponseExtensions,
): ResponseText {
  const failures = response.errors.map((error) => JSON.stringify(error));
  const errors = [...denials, ...failures].filter((text) => text !== '').join(',');
  const { maskedFields, emergency, dryRun } = texts;
  const more = member('maskedFields', maskedFields) + member('emergency', emergency) + member('dryRun', dryRun);
  const rest = `"data":${response.data ?? null},"extensions":{"approvalRevision":${revision}${more}}}`;
  return new ResponseText(errors === '' ? `{${rest}` : `{"errors":[${errors}],${rest}`);
}

function member(name: string, text: string): string {
  return text === '' ? '' : `,"${name}":${text}`;
}
