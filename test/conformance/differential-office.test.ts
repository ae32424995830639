import { testAgainstStockEngine } from './harness/differential.ts';
import { OFFICE } from './harness/supergraphs.ts';

testAgainstStockEngine(OFFICE);
