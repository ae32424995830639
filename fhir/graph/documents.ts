import type { TypedDocument } from '../../client/src/index.ts';

/** What a response shows of a person. */
export interface ShownPerson {
  readonly id: string;
  readonly name: {
    readonly given: string | null;
    readonly middle: string | null;
    readonly family: string | null;
    readonly suffix: string | null;
  } | null;
  readonly birthDate: string | null;
  readonly gender: 'MALE' | 'FEMALE' | 'OTHER' | 'UNKNOWN' | null;
  readonly living: boolean | null;
}

const PERSON = 'id name { given middle family suffix } birthDate gender living';

/** Traits of the graph's TraitsInput. */
export type MatchTraits = Readonly<Record<string, string>>;

export interface ShownMatch {
  readonly person: ShownPerson | null;
  readonly decision: 'AUTO_LINK' | 'REVIEW' | 'NEW' | null;
  readonly probability: number | null;
}

export const MATCH: TypedDocument<
  { readonly matchPersons: readonly ShownMatch[] | null },
  { readonly traits: MatchTraits; readonly first: number }
> = `query FhirMatch($traits: TraitsInput!, $first: Int) {
  matchPersons(traits: $traits, first: $first) { person { ${PERSON} } decision probability }
}`;

export const PERSON_BY_ID: TypedDocument<{ readonly person: ShownPerson | null }, { readonly id: string }> =
  `query FhirPatient($id: ID!) { person(id: $id) { ${PERSON} } }`;

export const PERSON_OF_NUMBER: TypedDocument<
  { readonly personOfNumber: { readonly id: string } | null },
  { readonly system: string; readonly number: string }
> = `query FhirPersonOfNumber($system: String!, $number: ID!) {
  personOfNumber(system: $system, number: $number) { id }
}`;

export const OWN_NUMBERS: TypedDocument<
  { readonly ownNumbers: readonly { readonly system: string | null; readonly number: string | null }[] | null },
  { readonly personId: string }
> = 'query FhirOwnNumbers($personId: ID!) { ownNumbers(personId: $personId) { system number } }';
