import { z } from 'zod';

const Answer = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }).optional() })).optional(),
});

export interface EmouAnswer<Data> {
  readonly data: Data;
  readonly code: string | undefined;
  readonly message: string | undefined;
}

/** Sends one GraphQL request as the gateway does. `Data` is the shape of the response. */
export async function askEmou<Data>(
  url: string,
  grant: string,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<EmouAnswer<Data>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${grant}`,
      'content-type': 'application/json',
      'facts-authorization': 'Bearer facts.of.call',
    },
    body: JSON.stringify({ query, variables }),
  });
  if (response.status === 401) throw new Error('Refused with 401.');
  const { data, errors } = Answer.parse(await response.json());
  // The test wrote the query; if it has the wrong shape, its expectations fail.
  return { data: data as Data, code: errors?.[0]?.extensions?.code, message: errors?.[0]?.message };
}

interface Refusable {
  readonly refusal: { readonly code: string; readonly kind: string; readonly because: string } | null;
}

/** Describes a failure, whether it is an error or part of the payload. */
function failure({ code, message }: Omit<EmouAnswer<unknown>, 'data'>, answer: Refusable | null | undefined) {
  const refusal = answer?.refusal ?? undefined;
  return { code: code ?? refusal?.kind, message: refusal ? `${refusal.code}: ${refusal.because}` : message };
}

interface ApprovalAnswer {
  readonly id: string;
  readonly inForce: boolean;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly revokedAt: string | null;
  readonly revokedBecause: string | null;
}

const approvalFields =
  'approval { id inForce validFrom validUntil revokedAt revokedBecause } approvalRevision refusal { code kind because }';

export async function askAccess(url: string, grant: string, input: Readonly<Record<string, unknown>> = {}) {
  const { data, ...error } = await askEmou<{
    requestAccess:
      | ({ requests: { id: string; dataset: { id: string } }[] | null; approvalRevision: number | null } & Refusable)
      | null;
  }>(
    url,
    grant,
    'mutation ($input: RequestAccessInput!) { requestAccess(input: $input) { requests { id dataset { id } } approvalRevision refusal { code kind because } } }',
    {
      input: {
        datasets: ['snap.participation'],
        purpose: 'CARE_COORDINATION',
        justification: 'Wards lose benefits when they move.',
        legalBasis: '7 CFR 272.1(c)(1)',
        ...input,
      },
    },
  );
  const requests = data?.requestAccess?.requests ?? [];
  return {
    ...failure(error, data?.requestAccess),
    ids: requests.map(({ id }) => id),
    requests,
    revision: data?.requestAccess?.approvalRevision ?? undefined,
  };
}

export async function askApproval(url: string, grant: string, requestId: string | undefined, validUntil?: string) {
  const { data, ...error } = await askEmou<{
    approveRequest: ({ approval: ApprovalAnswer | null; approvalRevision: number | null } & Refusable) | null;
  }>(url, grant, `mutation ($input: ApproveRequestInput!) { approveRequest(input: $input) { ${approvalFields} } }`, {
    input: { requestId, validUntil },
  });
  return {
    ...failure(error, data?.approveRequest),
    approval: data?.approveRequest?.approval ?? undefined,
    revision: data?.approveRequest?.approvalRevision ?? undefined,
  };
}

export async function askRevocation(url: string, grant: string, approvalId: string | undefined, reason?: string) {
  const { data, ...error } = await askEmou<{
    revokeApproval: ({ approval: ApprovalAnswer | null; approvalRevision: number | null } & Refusable) | null;
  }>(url, grant, `mutation ($input: RevokeApprovalInput!) { revokeApproval(input: $input) { ${approvalFields} } }`, {
    input: { approvalId, reason: reason ?? 'The agency no longer needs it.' },
  });
  return {
    ...failure(error, data?.revokeApproval),
    approval: data?.revokeApproval?.approval ?? undefined,
    revision: data?.revokeApproval?.approvalRevision ?? undefined,
  };
}
