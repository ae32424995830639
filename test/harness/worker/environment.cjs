const { TestEnvironment } = require('jest-environment-node');

/** Where the runner keeps who listens to a file's tests; the next file begins with nobody. */
const LISTENERS = Symbol.for('EVENT_HANDLERS');

/**
 * One set of globals for all files that a worker runs, so that they can share modules (see runtime.cjs): what a module
 * compares with `instanceof` has to come from the same globals. What the runner left, and the environment variables that
 * a file set, are gone before the next file.
 */
class WorkerEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.variables = { ...this.global.process.env };
  }

  async teardown() {
    this.fakeTimersModern.useRealTimers();
    delete this.global[LISTENERS];
    const { env } = this.global.process;
    for (const name of Object.keys(env)) if (!(name in this.variables)) delete env[name];
    Object.assign(env, this.variables);
  }
}

/** The one environment of this worker. */
let environment;

/** Jest makes an environment for each file, and gets the same one again. */
module.exports = function EnvironmentOfWorker(config, context) {
  environment ??= new WorkerEnvironment(config, context);
  return environment;
};
