import { answerParent } from '../processes/answerParent.ts';
import { type Shop, startShop } from './startShop.ts';

let shop: Shop | undefined;

/** The shop's subgraphs in a process of their own. */
answerParent<object, Shop['urls']>(
  async () => {
    shop ??= await startShop();
    return shop.urls;
  },
  async () => shop?.stop(),
);
