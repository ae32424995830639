/** An error whose message tells the user what to do. Printed without a stack. */
export class CliError extends Error {}
