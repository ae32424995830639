/** Channel on which PostgreSQL tells every emou process that what is approved has changed. */
export const REGISTER_CHANNEL = 'emou_register';
