/** Size of an entry's length prefix. */
export const LENGTH_BYTES = 2;

/** Encodes entries, each with its length as a big-endian uint16 prefix. See tlog-tiles, "Log entries". */
export function encodeEntryBundle(bodies: readonly Buffer[]): Buffer {
  const parts: Buffer[] = [];
  for (const body of bodies) {
    const length = Buffer.allocUnsafe(LENGTH_BYTES);
    length.writeUInt16BE(body.length);
    parts.push(length, body);
  }
  return Buffer.concat(parts);
}

/** Decodes the complete entries, and reports whether anything was left over. */
export function decodeEntryBundle(bundle: Buffer): { readonly bodies: readonly Buffer[]; readonly rest: boolean } {
  const bodies: Buffer[] = [];
  let at = 0;
  while (at + LENGTH_BYTES <= bundle.length) {
    const end = at + LENGTH_BYTES + bundle.readUInt16BE(at);
    if (end > bundle.length) break;
    bodies.push(bundle.subarray(at + LENGTH_BYTES, end));
    at = end;
  }
  return { bodies, rest: at < bundle.length };
}
