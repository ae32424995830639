import type { FetchDataRewrite } from '@apollo/query-planner';
import { isJsonObject, type JsonObject, ownReader, ownSetter } from '../json/json.ts';
import type { TypeMembership } from '../json/typeMembership.ts';

const FRAGMENT = '... on ';

/**
 * Undoes what the planner had to rename in a fetch (two fields of one response key that cannot be merged), on the
 * parsed answer before it is merged. Undefined when there is nothing to do.
 */
export function compileOutputRewrites(
  rewrites: readonly FetchDataRewrite[] | undefined,
  belongs: TypeMembership,
): ((value: unknown) => void) | undefined {
  if (rewrites === undefined || rewrites.length === 0) return undefined;
  const steps = rewrites.map((rewrite) => compileRewrite(rewrite, belongs));
  return (value) => {
    for (const step of steps) step(value);
  };
}

function compileRewrite(rewrite: FetchDataRewrite, belongs: TypeMembership): (value: unknown) => void {
  const last = rewrite.path.at(-1);
  if (last === undefined || last.startsWith(FRAGMENT)) throw new Error(`Unknown rewrite at ${rewrite.path.join('/')}`);
  let step = atEveryObject(rewriteField(rewrite, last));
  for (const element of rewrite.path.slice(0, -1).toReversed()) {
    const next = step;
    if (element.startsWith(FRAGMENT)) {
      const condition = element.slice(FRAGMENT.length);
      step = atEveryObject((object) => {
        const typename = object.__typename;
        if (typeof typename !== 'string' || belongs(typename, condition)) next(object);
      });
    } else {
      const read = ownReader(element);
      step = atEveryObject((object) => next(read(object)));
    }
  }
  return step;
}

function atEveryObject(apply: (object: JsonObject) => void): (value: unknown) => void {
  return function visit(value): void {
    if (Array.isArray(value)) for (const item of value) visit(item);
    else if (isJsonObject(value)) apply(value);
  };
}

function rewriteField(rewrite: FetchDataRewrite, key: string): (object: JsonObject) => void {
  switch (rewrite.kind) {
    case 'ValueSetter': {
      const set = ownSetter(key);
      return (object) => set(object, rewrite.setValueTo);
    }
    case 'KeyRenamer': {
      const read = ownReader(key);
      const set = ownSetter(rewrite.renameKeyTo);
      const clear = ownSetter(key);
      return (object) => {
        const value = read(object);
        if (value === undefined) return;
        set(object, value);
        clear(object, undefined);
      };
    }
    default:
      return unknownRewrite(rewrite);
  }
}

function unknownRewrite(rewrite: never): never {
  throw new Error(`The planner asks for a rewrite this engine does not know: ${JSON.stringify(rewrite)}`);
}
