import type { EngineResponse } from '../model/engineResponse.ts';

/** A complete GraphQL response as JSON text, on its way through Apollo Server without being parsed or written again. */
export class ResponseText {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** Decisions instead of data. */
export function writeExplanation(access: readonly object[], revision: number): ResponseText {
  return new ResponseText(JSON.stringify({ data: null, extensions: { approvalRevision: revision, access } }));
}

/** JSON texts of the answer's extensions; empty: there is none. */
export interface ResponseExtensions {
  readonly revision: number;
  /** JSON text of the places whose values may be masked, with the masks; empty when there are none. */
  readonly maskedFields: string;
  /** What came of the emergency that was declared. */
  readonly emergency: string;
  /** What the proposed approvals would change. */
  readonly dryRun: string;
}

/**
 * Puts an answer together: denials first, then what systems failed at.
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
