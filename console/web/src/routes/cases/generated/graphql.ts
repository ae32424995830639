/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type CaseDutyKind =
  /** Review of the case plan, every 6 months from removal (42 USC 675(5)(B)) */
  | 'CASE_PLAN_REVIEW'
  /** Hearing on the date that the court has set */
  | 'COURT_HEARING'
  /** Finding of an investigation, within 60 days of the report (325 ILCS 5/7.12) */
  | 'INVESTIGATION_FINDING'
  /** Visit with a child in foster care, once every calendar month (42 USC 624(f)); the date is the month's last day */
  | 'MONTHLY_VISIT'
  /**
   * Permanency hearing: 12 months after temporary custody was taken, then every 6 months (42 USC 675(5)(C); 705 ILCS
   * 405/2-28(2))
   */
  | 'PERMANENCY_HEARING';

export type MyCasesQueryVariables = Exact<{ [key: string]: never; }>;


export type MyCasesQuery = { readonly myCaseload: ReadonlyArray<{ readonly caseNumber: string | null, readonly assignedOn: string | null, readonly person: { readonly id: string, readonly birthDate: string | null, readonly name: { readonly given: string | null, readonly middle: string | null, readonly family: string | null, readonly suffix: string | null } | null } | null, readonly due: ReadonlyArray<{ readonly kind: CaseDutyKind | null, readonly dueOn: string | null, readonly law: string | null, readonly overdue: boolean | null }> | null }> | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const MyCasesDocument = new TypedDocumentString(`
    query MyCases {
  myCaseload {
    caseNumber
    assignedOn
    person {
      id
      name {
        given
        middle
        family
        suffix
      }
      birthDate
    }
    due {
      kind
      dueOn
      law
      overdue
    }
  }
}
    `, {"hash":"sha256:e596ab0de997ee8148120bf3ef5a3a17f7eda7297bb8fb1244789400d243f689"}) as unknown as TypedDocumentString<MyCasesQuery, MyCasesQueryVariables>;