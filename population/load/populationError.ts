/** The population cannot be loaded. The message says what to do about it. */
export class PopulationError extends Error {
  override readonly name = 'PopulationError';
}
