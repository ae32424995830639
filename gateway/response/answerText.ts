import type { EngineResponse } from '../execution/engine.ts';

/** A complete GraphQL response as JSON text, on its way through Apollo Server without being parsed or written again. */
export class AnswerText {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** Decisions instead of data. */
export function writeExplanation(access: readonly object[], revision: number): AnswerText {
  return new AnswerText(JSON.stringify({ data: null, extensions: { approvalRevision: revision, access } }));
}

/**
 * Puts an answer together: denials first, then what systems failed at.
 *
 * @param denials JSON texts of errors, each one or more joined by commas, or empty
 * @param dryRun JSON text of what the proposed approvals would change; empty: nobody asked
 * @param lesserForms JSON text of the transforms that values of this operation may have been through; empty: none
 */
export function writeAnswer(
  response: EngineResponse,
  denials: readonly string[],
  lesserForms: string,
  revision: number,
  dryRun = '',
): AnswerText {
  const failures = response.errors.map((error) => JSON.stringify(error));
  const errors = [...denials, ...failures].filter((text) => text !== '').join(',');
  const forms = lesserForms === '' ? '' : `,"lesserForms":${lesserForms}`;
  const changes = dryRun === '' ? '' : `,"dryRun":${dryRun}`;
  const rest = `"data":${response.data},"extensions":{"approvalRevision":${revision}${forms}${changes}}}`;
  return new AnswerText(errors === '' ? `{${rest}` : `{"errors":[${errors}],${rest}`);
}
