import { testAgainstStockEngine } from './harness/differential.ts';
import { SHOP } from './harness/supergraphs.ts';

testAgainstStockEngine(SHOP);
