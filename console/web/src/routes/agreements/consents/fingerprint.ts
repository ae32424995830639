/** SHA-256 of the chosen file in hex. Only this leaves the browser. Throws if no file was chosen. */
export async function fingerprintOf(form: FormData, name: string): Promise<string> {
  const file = form.get(name);
  if (!(file instanceof File) || file.size === 0) throw new Error('Choose the file of the signed document.');
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
