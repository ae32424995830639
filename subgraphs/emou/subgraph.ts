import { fileURLToPath } from 'node:url';
import { Router } from 'express';
import type { DatasetCatalogue } from '../../schema/datasetCatalogue.ts';
import { readSubgraphSchema } from '../../schema/files.ts';
import type { SubgraphDefinition } from '../kit/subgraphDefinition.ts';
import type { AgreementSettings } from './agreement/settings.ts';
import { createConsentFactDoor } from './consents/consentFactDoor.ts';
import { readFeedKey } from './feed/feedKey.ts';
import { defaultFeedLimits, type FeedLimits, openFeedRoutes } from './feed/feedRoutes.ts';
import { createEmouLoaders } from './loaders.ts';
import { type DeliveryLimits, defaultDeliveryLimits, startNoticeDelivery } from './notices/deliverNotices.ts';
import type { WebhookTarget } from './notices/noticeTarget.ts';
import type { EmouLoaders } from './records.ts';
import { registerRules } from './register/registerRules.ts';
import { createEmouResolvers } from './resolvers.ts';

export const emouMigrationsDirectory: string = fileURLToPath(new URL('./migrations/', import.meta.url));

/** The agreement's system. Throws when the key is not an ES256 private key in PEM. */
export function createEmouSubgraph(options: {
  readonly catalogue: DatasetCatalogue;
  readonly feedPrivateKeyPem: string;
  readonly feedLimits?: Partial<FeedLimits>;
  readonly settings?: AgreementSettings;
  /** Where notices are sent; default: nowhere. */
  readonly webhooks?: readonly WebhookTarget[];
  readonly deliveryLimits?: Partial<DeliveryLimits>;
}): SubgraphDefinition<EmouLoaders> {
  const key = readFeedKey(options.feedPrivateKeyPem);
  const rules = registerRules(options.catalogue, options.settings);
  const limits = { ...defaultFeedLimits, ...options.feedLimits };
  return {
    name: 'emou',
    schema: readSubgraphSchema('emou'),
    resolvers: createEmouResolvers(rules),
    migrationsDirectory: emouMigrationsDirectory,
    createLoaders: createEmouLoaders(rules),
    async openRoutes(system) {
      const { database, clock, log } = system;
      const feed = await openFeedRoutes(system, { key, limits, rules });
      const notices = startNoticeDelivery({
        database,
        clock,
        log,
        targets: options.webhooks ?? [],
        limits: { ...defaultDeliveryLimits, ...options.deliveryLimits },
      });
      return {
        router: Router().use(feed.router, createConsentFactDoor(system)),
        async stop() {
          await Promise.all([feed.stop(), notices.stop()]);
        },
      };
    },
  };
}
