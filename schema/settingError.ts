/** A setting is missing or wrong. The message names the setting and says what to do; it never holds a value. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
}
