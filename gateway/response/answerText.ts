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

/** Puts an answer together: denials first, then what systems failed at. */
export function writeAnswer(response: EngineResponse, denialErrors: string, revision: number): AnswerText {
  const failures = response.errors.map((error) => JSON.stringify(error)).join(',');
  const errors = denialErrors === '' || failures === '' ? denialErrors + failures : `${denialErrors},${failures}`;
  const extensions = `"extensions":{"approvalRevision":${revision}}`;
  return new AnswerText(
    errors === ''
      ? `{"data":${response.data},${extensions}}`
      : `{"errors":[${errors}],"data":${response.data},${extensions}}`,
  );
}
