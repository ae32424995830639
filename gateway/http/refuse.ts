import type { Response } from 'express';

/** Ends a request with one GraphQL error and nothing else. */
export function refuse(response: Response, status: number, code: string, message: string, reason?: string): void {
  const extensions = reason === undefined ? { code } : { code, reason };
  response.status(status).json({ errors: [{ message, extensions }] });
}
