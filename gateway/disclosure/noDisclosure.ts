import type { DisclosureStage } from './disclosureStage.ts';

/** Stage that records nothing: for the open gateway, which serves no guarded data, and for tests of other parts. */
export const noDisclosure: DisclosureStage = {
  admit() {
    // Nothing is recorded, so there is always room.
  },
  async record() {
    // The caller chose a gateway without a ledger.
  },
};
