/** PostgreSQL channel that notifies every emou process of a change in approvals. */
export const REGISTER_CHANNEL = 'emou_register';
