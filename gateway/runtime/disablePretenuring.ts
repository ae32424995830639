import { setFlagsFromString } from 'node:v8';

/**
 * Keeps V8 from allocating a request's objects in the old generation. It does so from places whose objects lived long
 * when they were first watched, such as while a process was starting; whatever such an object refers to is then kept
 * until the next full collection, the answers of agencies among it: nine megabytes copied at each collection of the young
 * generation, a tenth of a gateway's CPU time and most of its p99. A larger young generation only hides that (it makes
 * collections rarer, which is worth it for what is under way: see Dockerfile). For the whole process; may be called again.
 */
export function disablePretenuring(): void {
  setFlagsFromString('--no-allocation-site-pretenuring');
}
