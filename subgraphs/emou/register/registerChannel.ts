/** Channel on which PostgreSQL tells every emou process that what is approved has changed. */
export const registerChannel = 'emou_register';
