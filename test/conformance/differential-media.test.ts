import { testAgainstStockEngine } from './harness/differential.ts';
import { MEDIA } from './harness/supergraphs.ts';

testAgainstStockEngine(MEDIA);
