import { testAgainstStockEngine } from './harness/differential.ts';
import { OURS } from './harness/supergraphs.ts';

testAgainstStockEngine(OURS);
