import type { DisclosureStage } from './disclosureStage.ts';

/** Records nothing: for the open gateway, which serves no guarded data, and for tests of other parts. */
export const noDisclosure: DisclosureStage = {
  admit() {
    // Nothing will be recorded, so there is always room.
  },
  async record() {
    // The caller chose a gateway without a ledger.
  },
};
