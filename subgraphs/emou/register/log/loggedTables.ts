import type { LoggedTable } from '../../../kit/administration/loggedTable.ts';

/**
 * emou's tables that decide access, in the order of their foreign keys. Every write of their rows goes through
 * `RegisterTransaction.record`; any other write is found when the tables are compared with the log.
 */
export const loggedTables = {
  agreementEvent: {
    name: 'agreement_event',
    key: ['agreement_id', 'sequence'],
    identity: 'event_number',
    event: 'agreement-move',
    approval: 'agreement_id',
    writtenBy: { subject: 'actor_subject', agency: 'actor_agency', time: 'at' },
  },
  proclaimedDay: {
    name: 'proclaimed_day',
    key: ['day'],
    event: 'calendar-day',
    writtenBy: { subject: 'proclaimed_by', agency: 'DOIT', time: 'proclaimed_at' },
  },
  consent: {
    name: 'consent',
    key: ['consent_id'],
    changes: true,
    event: 'consent',
    writtenBy: { subject: 'recorded_by', agency: 'recorded_for', time: 'recorded_at' },
  },
  emergency: {
    name: 'emergency',
    key: ['emergency_id'],
    event: 'emergency',
    writtenBy: { subject: 'requester', agency: 'agency', time: 'opened_at' },
  },
  emergencyDataset: {
    name: 'emergency_dataset',
    key: ['emergency_id', 'dataset'],
    event: 'emergency',
    writtenBy: { subject: 'emergency_id', agency: 'owner', time: 'asked_at' },
  },
  emergencySubject: {
    name: 'emergency_subject',
    key: ['emergency_id', 'dataset', 'person_id'],
    event: 'emergency',
    writtenBy: { subject: 'emergency_id', agency: 'dataset', time: 'shown_at' },
  },
  emergencyReview: {
    name: 'emergency_review',
    key: ['review_number'],
    identity: 'review_number',
    event: 'emergency',
    writtenBy: { subject: 'reviewed_by', agency: 'owner', time: 'reviewed_at' },
  },
  emergencyTold: {
    name: 'emergency_told',
    key: ['emergency_id', 'owner', 'person_id'],
    event: 'emergency',
    writtenBy: { subject: 'told_by', agency: 'owner', time: 'told_at' },
  },
  emergencyLimitLift: {
    name: 'emergency_limit_lift',
    key: ['lift_id'],
    event: 'emergency',
    writtenBy: { subject: 'lifted_by', agency: 'agency', time: 'lifted_at' },
  },
} as const satisfies Readonly<Record<string, LoggedTable>>;

export const allLoggedTables: readonly LoggedTable[] = Object.values(loggedTables);
