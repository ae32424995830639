const { readFileSync } = require('node:fs');
const { dirname, resolve } = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');

const CASES = /from '(\.[^']+\.cases\.ts)'|import '(\.[^']+\.cases\.ts)'/g;
/** A line of a test in a browser takes about this many times as long as another. */
const BROWSER = 4;

/**
 * Starts long files first, so that no worker is left with one at the end. Where no earlier run tells how long they take,
 * the size of a file and of its cases does.
 */
class LongestFirst extends Sequencer {
  sort(tests) {
    const sizes = new Map(tests.map(({ path }) => [path, sizeOf(path)]));
    return super.sort(tests).sort((a, b) => lengthOf(b, sizes) - lengthOf(a, sizes));
  }
}

/** Milliseconds if they are known, otherwise a guess of about 1 ms for each letter. */
function lengthOf({ path, duration }, sizes) {
  return duration ?? sizes.get(path);
}

function sizeOf(path) {
  const text = readFileSync(path, 'utf8');
  const cases = [...text.matchAll(CASES)].map(([, named, alone]) => resolve(dirname(path), named ?? alone));
  const size = cases.reduce((sum, file) => sum + readFileSync(file, 'utf8').length, text.length);
  return /describeInBrowser/.test(text) ? size * BROWSER : size;
}

module.exports = LongestFirst;
