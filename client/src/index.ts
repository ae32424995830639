export type { Answer, Emergency, ExplainedField, GraphError, MaskedField, Path, Remedy } from './answer.ts';
export { type AskOptions, type Client, type ClientOptions, createClient } from './createClient.ts';
export { type Denial, decisionAt, type PlaceDecision } from './decisionAt.ts';
export type { TypedDocument } from './document.ts';
export { readAnswer } from './readAnswer.ts';
export { NoResponse, RequestRefused } from './requestErrors.ts';
export { mayRetry, type RetryRule, retryRules } from './retryRules.ts';
