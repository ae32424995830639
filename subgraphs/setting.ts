import type { z } from 'zod';
import { SettingError } from '../schema/values/settingError.ts';

/** One setting of the environment. Throws, naming it and never its value, when it is not what is expected. */
export function setting<Value>(
  environment: Readonly<Record<string, string | undefined>>,
  name: string,
  type: z.ZodType<Value>,
  expected: string,
): Value {
  const result = type.safeParse(environment[name]);
  if (!result.success) throw new SettingError(`Set ${name} to ${expected}.`);
  return result.data;
}
