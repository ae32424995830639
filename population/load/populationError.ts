/** The population cannot be loaded, and the message says what to do about it. */
export class PopulationError extends Error {
  override readonly name = 'PopulationError';
}
