import type { RelationshipKind, RelationshipRow } from '../systems/identity.ts';
import type { Member } from './member.ts';

/** Every relationship between those present, seen from both sides; kinship comes before foster care. */
export function relationshipsOf(members: readonly Member[]): readonly RelationshipRow[] {
  const rows: RelationshipRow[] = [];
  for (const person of members) {
    if (!person.present) continue;
    for (const other of members) {
      if (other === person || !other.present) continue;
      const kind = kindOf(person, other);
      if (kind) rows.push({ personId: person.id, otherPersonId: other.id, kind });
    }
  }
  return rows;
}

/** Relationship of `other` to `person`. */
function kindOf(person: Member, other: Member): RelationshipKind | null {
  if (person.parents.includes(other)) return other.gender === 'FEMALE' ? 'MTH' : 'FTH';
  if (other.parents.includes(person)) return 'CHILD';
  const partner = person.partner?.of === other ? person.partner : other.partner?.of === person ? other.partner : null;
  if (partner) return partner.married ? 'SPS' : 'DOMPART';
  if (person.parents.some((parent) => other.parents.includes(parent))) return 'SIB';
  if (person.parents.some((parent) => parent.parents.includes(other))) return 'GRPRN';
  if (other.parents.some((parent) => parent.parents.includes(person))) return 'GRCHILD';
  if (person.fosterParents.includes(other)) return 'PRNFOST';
  if (other.fosterParents.includes(person)) return 'CHLDFOST';
  return null;
}
