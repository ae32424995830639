import { parse } from 'yaml';
import { z } from 'zod';
import { SettingError } from '../../../../schema/values/settingError.ts';

/**
 * Parses the operator's list of targets (YAML or JSON); empty without text. Throws an error that names the problem and
 * never a value.
 */
export function readTargetList<Target extends { readonly name: string }>(
  what: string,
  type: z.ZodType<Target>,
  text: string | undefined,
): readonly Target[] {
  if (text === undefined) return [];
  let list: unknown;
  try {
    list = parse(text);
  } catch {
    throw new SettingError(`The ${what} are neither YAML nor JSON.`);
  }
  const targets = z
    .array(type)
    .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, 'a name is given twice')
    .safeParse(list);
  if (targets.success) return targets.data;
  const problems = targets.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new SettingError(`The ${what} are not valid: ${problems.join('; ')}.`);
}
