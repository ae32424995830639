const { sep } = require('node:path');
const { default: Runtime } = require('jest-runtime');

/** What a test file has for itself, because it keeps what is running: tests, and what they share in a folder. */
const OF_TESTS = /\.(test|cases)\.ts$|[\\/](test|testing|bench)[\\/]/;
/** It only keeps planners. */
const PLANNER = ['test', 'harness', 'product', 'inlinePlanner.ts'].join(sep);

/** The runtime of this worker's first file, which stays. */
let first;

/**
 * Loads the modules of a test file. Packages, and the product's own modules, are loaded once for all files of a worker:
 * nothing in them remembers what ran before, and to load and compile them again would cost a file up to half of its time.
 * Tests are loaded for each file, as Jest does.
 */
class WorkerRuntime extends Runtime {
  constructor(...options) {
    super(...options);
    first ??= this;
    if (first === this) return;
    const { esmLoader, _resolution: resolution } = this;
    const load = esmLoader.resolveModule.bind(esmLoader);
    esmLoader.resolveModule = async (specifier, from, context) => {
      if (specifier === '@jest/globals') return load(specifier, from, context);
      const found = await resolution.resolveEsmAsync(from, specifier);
      return (isShared(found) ? first.esmLoader.resolveModule.bind(first.esmLoader) : load)(specifier, from, context);
    };
  }

  requireInternalModule(from, name) {
    if (name === 'node:async_hooks') return { AsyncLocalStorage: OneAtATime };
    return super.requireInternalModule(from, name);
  }

  requireModuleOrMock(from, name) {
    if (first !== this && name?.includes(`${sep}node_modules${sep}`)) return first.requireModuleOrMock(from, name);
    return super.requireModuleOrMock(from, name);
  }

  /** What imports a module when it is needed may do so in every later file. */
  leaveTestCode() {
    if (first !== this) super.leaveTestCode();
  }

  teardown() {
    if (first !== this) super.teardown();
  }
}

/**
 * What the runner keeps of the test that is running. Node's own class would follow every promise of the product, once for
 * each file that the worker has run so far, to tell tests that run at the same time apart; ours run one after another.
 */
class OneAtATime {
  #current;

  getStore() {
    return this.#current;
  }

  run(store, callback) {
    const before = this.#current;
    const end = () => {
      this.#current = before;
    };
    this.#current = store;
    return callback().finally(end);
  }
}

/** Not node's modules, whose names are not paths. */
function isShared(found) {
  if (!found.includes(sep)) return false;
  return found.includes(`${sep}node_modules${sep}`) || found.endsWith(PLANNER) || !OF_TESTS.test(found);
}

module.exports = { default: WorkerRuntime, __esModule: true };
