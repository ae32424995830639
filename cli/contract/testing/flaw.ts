/** Each leaves out one protection, or breaks one promise. */
export type Flaw =
  | `accepts ${'anyone' | 'audiences' | 'issuers' | 'expired' | 'no expiry' | 'keys' | 'none' | 'HS256' | 'tampering'}`
  | `grants ${'old keys only' | 'fetch always' | 'garbage' | 'introspection'}`
  | `guards ${'nothing' | 'aliases' | 'dues' | 'prefixes' | 'conditions' | 'bars' | 'roots' | 'arguments' | 'too much'}`
  | `entities ${'unordered' | 'stubs' | 'fragile' | 'one by one' | 'without aliases'}`
  | `http ${'get' | 'types' | 'arrays' | 'endless' | 'crashes' | 'html' | 'health' | 'one at a time' | 'dies'}`
  | `errors ${'stacks' | 'values'}`
  | 'sdl other';
