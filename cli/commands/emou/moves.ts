import { Option } from 'commander';
import { CliError } from '../../cliError.ts';
import { collect, conditionsOf, transformsOf } from './terms.ts';

/** Options of a move other than the reason. */
export interface MoveOptions {
  readonly days?: string;
  readonly reason?: string;
  readonly months?: string;
  readonly from?: string;
  readonly rule?: string;
  readonly reference?: string;
  readonly outcome?: string;
  readonly ground?: string;
  readonly field?: readonly string[];
  readonly form?: readonly string[];
  readonly if?: readonly string[];
  readonly code?: string;
  readonly citation?: string;
  readonly facts?: string;
  readonly title?: string;
  readonly offer?: boolean;
}

interface MoveCommand {
  readonly description: string;
  readonly mutation: string;
  readonly inputType: string;
  readonly options: readonly (() => Option)[];
  /** Builds the parts of the input that are specific to this move. */
  readonly input: (given: MoveOptions) => Readonly<Record<string, unknown>>;
}

const given = [
  () => new Option('--field <Type.field>', 'only this field; repeatable').argParser(collect),
  () => new Option('--form <Type.field=FORM>', 'mask this field; repeatable').argParser(collect),
  () =>
    new Option(
      '--if <condition>',
      'only for persons who meet this condition, such as WARD+CONSENT; if repeated, any one is enough',
    ).argParser(collect),
  () => new Option('--months <number>', 'length of access in months; not more than requested'),
];
const denial = [
  () => new Option('--code <code>', 'legal reason, such as FED-SNAP-1'),
  () => new Option('--citation <text>', 'law that the code is based on'),
  () => new Option('--facts <text>', 'factual basis'),
  () => new Option('--title <text>', 'title of the officer who makes the decision'),
];
const wholeNumber = (name: string, text: string | undefined) => {
  if (text === undefined) return undefined;
  if (!/^\d{1,4}$/.test(text)) throw new CliError(`--${name} ${text}: use a whole number.`);
  return Number(text);
};
const approvedTermsOf = ({ field, form, if: conditions, months }: MoveOptions) => ({
  fields: field,
  transforms: transformsOf(form),
  conditions: conditionsOf(conditions),
  months: wholeNumber('months', months),
});
const denialOf = ({ code, citation, facts, title }: MoveOptions) =>
  code === undefined
    ? undefined
    : { code, citation: citation ?? '', factualBasis: facts ?? '', officerTitle: title ?? '' };
const plain = (description: string, mutation: string): MoveCommand => ({
  description,
  mutation,
  inputType: 'MoveInput',
  options: [],
  input: () => ({}),
});

/** All moves by their names on the command line. */
export const MOVES = {
  submit: plain('submit a draft', 'submitRequest'),
  withdraw: plain('withdraw a request', 'withdrawRequest'),
  ask: plain('ask the requester for information', 'askInformation'),
  tell: plain("answer the owner's question", 'giveInformation'),
  extend: {
    description: 'extend the time to answer by one to five business days, once',
    mutation: 'extendTime',
    inputType: 'ExtendTimeInput',
    options: [
      () => new Option('--days <number>', 'business days, 1 to 5').makeOptionMandatory(),
      () => new Option('--reason <code>', 'reason, such as FOIA_3E_II').makeOptionMandatory(),
    ],
    input: ({ days, reason }: MoveOptions) => ({ businessDays: wholeNumber('days', days), reason }),
  },
  'propose-extension': {
    description: 'propose more time than the owner may take alone',
    mutation: 'proposeExtension',
    inputType: 'ProposeExtensionInput',
    options: [
      () => new Option('--days <number>', 'business days beyond the first ten, in total').makeOptionMandatory(),
      () => new Option('--reason <code>', 'reason, such as FOIA_3E_II').makeOptionMandatory(),
    ],
    input: ({ days, reason }: MoveOptions) => ({ businessDays: wholeNumber('days', days), reason }),
  },
  'agree-extension': plain('agree to the extension that the owner proposed', 'agreeExtension'),
  approve: {
    description: 'approve a request in whole or in part; what is denied needs a legal reason',
    mutation: 'approveRequest',
    inputType: 'ApproveRequestInput',
    options: [...given, ...denial],
    input: (options: MoveOptions) => {
      const reason = denialOf(options);
      return { ...approvedTermsOf(options), denials: reason === undefined ? undefined : [reason] };
    },
  },
  deny: {
    description: 'deny the whole request, with a legal reason; --offer with --field or --form offers a partial release',
    mutation: 'denyRequest',
    inputType: 'DenyRequestInput',
    options: [...denial, () => new Option('--offer', 'offer the fields, masks, and months given'), ...given],
    input: (options: MoveOptions) => ({
      denials: [denialOf(options)].filter((reason) => reason !== undefined),
      offer: options.offer === true ? approvedTermsOf(options) : undefined,
    }),
  },
  accept: plain('accept the partial release that was offered', 'acceptOffer'),
  escalate: plain("escalate a denial or a revocation to the state's CIO", 'escalateDenial'),
  overturn: {
    description: 'overturn a denial, as the CIO',
    mutation: 'overturnDenial',
    inputType: 'GrantInput',
    options: given,
    input: approvedTermsOf,
  },
  uphold: plain('uphold a denial or a revocation, as the CIO', 'upholdDenial'),
  appeal: plain("appeal the CIO's decision to the Governor's chief operating officer", 'appealOverturn'),
  decide: {
    description: 'decide an appeal; the decision is final',
    mutation: 'decideAppeal',
    inputType: 'DecideAppealInput',
    options: [
      () => new Option('--outcome <outcome>', 'decision').choices(['SUSTAIN', 'REVERSE']).makeOptionMandatory(),
    ],
    input: ({ outcome }: MoveOptions) => ({ outcome }),
  },
  'federal-request': {
    description: "record that the federal agency's approval was requested",
    mutation: 'requestFederalApproval',
    inputType: 'RequestFederalApprovalInput',
    options: [
      () => new Option('--from <agency>', 'federal agency').makeOptionMandatory(),
      () => new Option('--rule <citation>', 'rule that requires its approval').makeOptionMandatory(),
      () => new Option('--reference <text>', 'number or title of the request'),
    ],
    input: ({ from, rule, reference }: MoveOptions) => ({ from, rule, reference }),
  },
  'federal-approve': {
    description: 'record that the federal agency approved',
    mutation: 'recordFederalApproval',
    inputType: 'FederalDecisionInput',
    options: [() => new Option('--reference <text>', 'letter or number of its decision').makeOptionMandatory()],
    input: ({ reference }: MoveOptions) => ({ reference }),
  },
  'federal-refuse': {
    description: 'record that the federal agency refused',
    mutation: 'recordFederalRefusal',
    inputType: 'FederalDecisionInput',
    options: [() => new Option('--reference <text>', 'letter or number of its decision').makeOptionMandatory()],
    input: ({ reference }: MoveOptions) => ({ reference }),
  },
  suspend: plain('suspend access', 'suspendAccess'),
  lift: plain('lift a suspension', 'liftSuspension'),
  'ask-renewal': {
    description: 'ask the owner to renew access',
    mutation: 'askRenewal',
    inputType: 'RenewAccessInput',
    options: [() => new Option('--months <number>', 'length of renewal in months').makeOptionMandatory()],
    input: ({ months }: MoveOptions) => ({ months: wholeNumber('months', months) }),
  },
  renew: {
    description: 'renew access beyond its end date',
    mutation: 'renewAccess',
    inputType: 'RenewAccessInput',
    options: [() => new Option('--months <number>', 'length of renewal in months').makeOptionMandatory()],
    input: ({ months }: MoveOptions) => ({ months: wholeNumber('months', months) }),
  },
  revoke: {
    description: 'revoke access permanently',
    mutation: 'revokeAccess',
    inputType: 'RevokeAccessInput',
    options: [
      () =>
        new Option('--ground <ground>', 'ground for the revocation')
          .choices(['LEGAL_BAR', 'BREACH_OF_TERMS', 'SECURITY_INCIDENT', 'NO_LONGER_NEEDED'])
          .makeOptionMandatory(),
      ...denial,
    ],
    input: (options: MoveOptions) => ({ ground: options.ground, denial: denialOf(options) }),
  },
} as const satisfies Readonly<Record<string, MoveCommand>>;

export type MoveName = keyof typeof MOVES;
