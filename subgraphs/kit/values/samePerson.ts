/** True if two subjects may be the same person: an identity provider may write one in several ways. */
export function mayBeSamePerson(one: string, other: string): boolean {
  return comparable(one) === comparable(other);
}

function comparable(subject: string): string {
  return subject.normalize('NFKC').trim().toLowerCase();
}
