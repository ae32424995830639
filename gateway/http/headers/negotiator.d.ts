/** The package has no types of its own; this is the part that is used here. */
declare module 'negotiator' {
  export default class Negotiator {
    constructor(request: { readonly headers: { readonly accept: string } });
    /** The type that the `accept` header prefers (RFC 9110, 12.5.1); undefined if it accepts none of them. */
    mediaType(available: readonly string[]): string | undefined;
  }
}
