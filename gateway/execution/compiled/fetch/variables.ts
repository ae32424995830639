import type { VariableValues } from '../../contract/variableValues.ts';
import { jsonText } from '../json/jsonText.ts';

/** `"name":value,...` for the variables a fetch uses; those without a value are left to the subgraph's defaults. */
export function compileVariablesText(names: readonly string[]): (values: VariableValues, prefix?: string) => string {
  if (names.length === 0) return () => '';
  const heads = names.map((name) => ({ name, head: `${jsonText(name)}:` }));
  return (values, prefix = '') => {
    let out = '';
    for (const { name, head } of heads) {
      const value = values[name];
      if (value === undefined) continue;
      out += `${out === '' ? '' : ','}${prefix === '' ? head : `${jsonText(prefix + name)}:`}${jsonText(value)}`;
    }
    return out;
  };
}
