import { fileURLToPath } from 'node:url';
import { Router } from 'express';
import { readFeedKey } from '../../feed/feedKey.ts';
import type { DatasetCatalogue } from '../../schema/catalog/datasetCatalogue.ts';
import { readSubgraphSchema } from '../../schema/files.ts';
import type { AdministrationLog } from '../kit/administration/administrationLog.ts';
import type { SubgraphDefinition } from '../kit/subgraphDefinition.ts';
import { nothingPublished, type PublishedSchema } from '../publishedSchema/followRegistry.ts';
import type { AgreementData } from './agreement/agreementFile.ts';
import { followCatalogue } from './catalogue/followCatalogue.ts';
import { defaultFeedLimits, type FeedLimits, openFeedRoutes } from './feed/feedRoutes.ts';
import { createEmouLoaders } from './loaders.ts';
import { type DeliveryLimits, defaultDeliveryLimits, startNoticeDelivery } from './notices/deliverNotices.ts';
import { openMailer } from './notices/targets/mailer.ts';
import type { MailSettings } from './notices/targets/mailTarget.ts';
import { distinctTargets } from './notices/targets/noticeTarget.ts';
import { webhookNotices } from './notices/targets/postWebhook.ts';
import type { WebhookTarget } from './notices/targets/webhookTarget.ts';
import { createPersonFactsEndpoint } from './personFactsEndpoint.ts';
import type { EmouLoaders } from './records.ts';
import { liveRegisterRules } from './register/registerRules.ts';
import { createEmouResolvers } from './resolvers.ts';

export const emouMigrationsDirectory: string = fileURLToPath(new URL('./migrations/', import.meta.url));

/** Creates the emou system. Throws if the key is not an ES256 private key in PEM. */
export function createEmouSubgraph(options: {
  readonly catalogue: DatasetCatalogue;
  readonly feedPrivateKeyPem: string;
  /** Records what decides access. Closed when the system stops. */
  readonly log: AdministrationLog;
  readonly feedLimits?: Partial<FeedLimits>;
  /** Settings agreed by the parties; default: the proposed ones. */
  readonly agreement?: AgreementData;
  /** Number of persons for whom one requester may declare emergencies within an hour; default: 3. */
  readonly emergencyPersonsPerHour?: number | undefined;
  /** Webhooks to post notices to; default: none. */
  readonly webhooks?: readonly WebhookTarget[];
  /** Mail settings for notices; default: none. */
  readonly mail?: MailSettings | undefined;
  readonly deliveryLimits?: Partial<DeliveryLimits>;
  /** Datasets that agencies publish while emou runs. Default: only those of `catalogue`. */
  readonly published?: PublishedSchema;
}): SubgraphDefinition<EmouLoaders> {
  const key = readFeedKey(options.feedPrivateKeyPem);
  const { published = nothingPublished } = options;
  const live = liveRegisterRules(options.catalogue, options.agreement, undefined, options.emergencyPersonsPerHour);
  const rules = { ...live.rules, log: options.log };
  const limits = { ...defaultFeedLimits, ...options.feedLimits };
  return {
    name: 'emou',
    asksAboutNamedPersons: true,
    schema: readSubgraphSchema('emou'),
    resolvers: createEmouResolvers(rules),
    migrationsDirectory: emouMigrationsDirectory,
    createLoaders: createEmouLoaders(rules),
    async openRoutes(system) {
      const { database, clock, log } = system;
      const mailer = options.mail === undefined ? undefined : openMailer(options.mail);
      const targets = distinctTargets([...(options.webhooks ?? []).map(webhookNotices), ...(mailer?.targets ?? [])]);
      const follow = followCatalogue(published, live.replaceCatalogue, system);
      const { onChange: onCatalogueChange } = follow;
      const feed = await openFeedRoutes(system, {
        key,
        limits,
        rules,
        onCatalogueChange,
        registryKeys: published.keys,
      });
      const notices = startNoticeDelivery({
        database,
        clock,
        log,
        targets,
        limits: { ...defaultDeliveryLimits, ...options.deliveryLimits },
      });
      return {
        router: Router().use(feed.router, createPersonFactsEndpoint(system, rules)),
        async stop() {
          follow.stop();
          await Promise.all([feed.stop(), notices.stop()]);
          mailer?.stop();
          await options.log.close();
        },
      };
    },
  };
}
