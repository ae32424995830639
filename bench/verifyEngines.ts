import type { RunningEngine } from './engines/engine.ts';
import { type CheckedAnswers, canonicalText } from './load/checkAnswers.ts';
import type { LoadPart } from './measure.ts';

/**
 * Sends every request of the workload to every engine once. Throws unless all answers are 200, hold no error but denials,
 * and are equal: same data, same errors, whatever the order of keys and errors.
 */
export async function verifyEngines(load: LoadPart, engines: readonly RunningEngine[]): Promise<void> {
  let first: { readonly engine: RunningEngine; readonly hashes: readonly string[] } | undefined;
  for (const engine of engines) {
    // The answer's kind follows from the question's: load/main.ts.
    const { hashes, problems } = (await load.ask({ kind: 'check', url: engine.url })) as CheckedAnswers;
    if (problems.length > 0) throw new Error(`The engine ${engine.name} answers wrongly:\n${problems.join('\n')}`);
    first ??= { engine, hashes };
    const index = hashes.findIndex((hash, position) => hash !== first?.hashes[position]);
    if (index < 0) continue;
    const show = async ({ url }: RunningEngine) => canonicalText(String(await load.ask({ kind: 'show', url, index })));
    const [expected, actual] = [await show(first.engine), await show(engine)];
    const at = [...expected].findIndex((character, position) => character !== actual[position]);
    const excerpt = (text: string): string => text.slice(Math.max(0, at - 200), at + 200);
    throw new Error(
      `The engines ${first.engine.name} and ${engine.name} answer request ${index} differently:\n` +
        `${first.engine.name}: …${excerpt(expected)}…\n${engine.name}: …${excerpt(actual)}…`,
    );
  }
}
