import { type GraphOptions, type GraphProduct, startGraph } from './graphProduct.ts';
import { type Product, type StateOptions, startState } from './stateProduct.ts';

export { type GatewayProcess, startGatewayProcess } from './gatewayProcess.ts';
export { type Approved, inForce } from './givenApprovals.ts';
export type { Attempt, GraphProduct } from './graphProduct.ts';
export { post } from './post.ts';
export { type ApprovedGateway, startGateway, type TestGateway } from './startGateway.ts';
export { idOf, type Product, type StateOptions } from './stateProduct.ts';

/**
 * Starts the product under test: all of person360 on a database of its own; with `systems`, the whole gateway before
 * systems of the test's own, without a database and a ledger. `startGateway` starts one more gateway before the systems
 * of a product: with another engine, other limits, or approvals that the test gives; `startGatewayProcess` starts it as
 * a process that can be killed.
 */
export function startProduct(options: GraphOptions): Promise<GraphProduct>;
export function startProduct(options?: StateOptions): Promise<Product>;
export function startProduct(options: GraphOptions | StateOptions = {}): Promise<GraphProduct | Product> {
  return 'systems' in options ? startGraph(options) : startState(options);
}
