import { testAgainstStockEngine } from './harness/differential.ts';
import { OURS } from './harness/supergraphs.ts';

// Few: where every agency knows persons by a key of its own, planning one operation can take a second.
testAgainstStockEngine(OURS, 20);
