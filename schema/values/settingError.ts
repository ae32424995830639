/** A setting is missing or invalid. The message names the setting and says what to do; it never contains a value. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
}
