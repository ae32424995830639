import type { ContractItem } from './contractItem.ts';
import { connectionItems } from './items/connectionItems.ts';
import { entityItems } from './items/entityItems.ts';
import { errorItems } from './items/errorItems.ts';
import { grantItems } from './items/grantItems.ts';
import { guardItems } from './items/guardItems.ts';
import { httpItems } from './items/httpItems.ts';
import { schemaItems } from './items/schemaItems.ts';

/** The contract of a subgraph, in the order in which it is tested. */
export const contractItems: readonly ContractItem[] = [
  ...grantItems,
  ...schemaItems,
  ...guardItems,
  ...entityItems,
  ...httpItems,
  ...connectionItems,
  ...errorItems,
];
