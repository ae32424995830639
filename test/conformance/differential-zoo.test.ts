import { testAgainstStockEngine } from './harness/differential.ts';
import { ZOO } from './harness/supergraphs.ts';

testAgainstStockEngine(ZOO);
