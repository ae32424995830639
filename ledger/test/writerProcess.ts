/** A writer to be killed: appends without end, and prints each entry once it has been acknowledged. */
import { openLedger } from '../openLedger.ts';

const [connectionString = '', origin = '', signingKey = '', run = ''] = process.argv.slice(2);
const ledger = await openLedger({ connectionString, origin, holder: 'gateway', signingKey });
let number = 0;
const caller = async (): Promise<never> => {
  for (;;) {
    const body = JSON.stringify({ number: number++, run });
    const { firstIndex } = await ledger.append([{ body, time: new Date(), indexes: {} }]);
    // Writes to a pipe are synchronous: the parent has seen what was printed, as a client would have seen a response.
    process.stdout.write(`${firstIndex} ${body}\n`);
  }
};
await Promise.all(Array.from({ length: 8 }, caller));
