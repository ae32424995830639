import { Option } from 'commander';
import { CliError } from '../../cliError.ts';
import { collect, conditionsOf, transformsOf } from './terms.ts';

/** Options of a move other than the reason. */
export interface GivenOptions {
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
  readonly input: (given: GivenOptions) => Readonly<Record<string, unknown>>;
}

const given = [
  () => new Option('--field <Type.field>', 'only these fields; may be given more than once').argParser(collect),
  () => new Option('--form <Type.field=FORM>', 'in a lesser form; may be given more than once').argParser(collect),
  () => new Option('--if <condition>', 'only for persons who meet it, such as WARD+CONSENT').argParser(collect),
  () => new Option('--months <number>', 'for how long; never more than asked'),
];
const denial = [
  () => new Option('--code <code>', 'reason in law, such as FED-SNAP-1'),
  () => new Option('--citation <text>', 'what the code rests on'),
  () => new Option('--facts <text>', 'the factual basis'),
  () => new Option('--title <text>', 'title of the officer who decides'),
];
const wholeNumber = (name: string, text: string | undefined) => {
  if (text === undefined) return undefined;
  if (!/^\d{1,4}$/.test(text)) throw new CliError(`--${name} ${text}: a whole number is needed.`);
  return Number(text);
};
const grantOf = ({ field, form, if: conditions, months }: GivenOptions) => ({
  fields: field,
  transforms: transformsOf(form),
  conditions: conditionsOf(conditions),
  months: wholeNumber('months', months),
});
const denialOf = ({ code, citation, facts, title }: GivenOptions) =>
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
  withdraw: plain('take a request back', 'withdrawRequest'),
  ask: plain('ask the requester for information', 'askInformation'),
  tell: plain("answer the owner's question", 'giveInformation'),
  extend: {
    description: 'take one to five business days more, once',
    mutation: 'extendTime',
    inputType: 'ExtendTimeInput',
    options: [
      () => new Option('--days <number>', 'business days, 1 to 5').makeOptionMandatory(),
      () => new Option('--reason <code>', 'ground, such as FOIA_3E_II').makeOptionMandatory(),
    ],
    input: ({ days, reason }: GivenOptions) => ({ businessDays: wholeNumber('days', days), reason }),
  },
  'propose-extension': {
    description: 'propose more time than may be taken alone',
    mutation: 'proposeExtension',
    inputType: 'ProposeExtensionInput',
    options: [
      () => new Option('--days <number>', 'business days beyond the first ten, in all').makeOptionMandatory(),
      () => new Option('--reason <code>', 'ground, such as FOIA_3E_II').makeOptionMandatory(),
    ],
    input: ({ days, reason }: GivenOptions) => ({ businessDays: wholeNumber('days', days), reason }),
  },
  'agree-extension': plain('agree to the time that the owner proposes', 'agreeExtension'),
  approve: {
    description: 'give what was asked for, or part of it; the rest needs a reason in law',
    mutation: 'approveRequest',
    inputType: 'ApproveRequestInput',
    options: [...given, ...denial],
    input: (options: GivenOptions) => {
      const reason = denialOf(options);
      return { ...grantOf(options), denials: reason === undefined ? undefined : [reason] };
    },
  },
  deny: {
    description: 'refuse everything, with a reason in law; --offer with --field or --form says what could be given',
    mutation: 'denyRequest',
    inputType: 'DenyRequestInput',
    options: [...denial, () => new Option('--offer', 'offer the fields, forms and months named'), ...given],
    input: (options: GivenOptions) => ({
      denials: [denialOf(options)].filter((reason) => reason !== undefined),
      offer: options.offer === true ? grantOf(options) : undefined,
    }),
  },
  accept: plain('accept the partial release that was offered', 'acceptOffer'),
  escalate: plain("bring a refusal, or a revocation, before the state's CIO", 'escalateDenial'),
  overturn: {
    description: 'the CIO opens what was refused',
    mutation: 'overturnDenial',
    inputType: 'GrantInput',
    options: given,
    input: grantOf,
  },
  uphold: plain('the CIO lets the refusal stand', 'upholdDenial'),
  appeal: plain("appeal to the Governor's chief operating officer", 'appealOverturn'),
  decide: {
    description: 'decide an appeal for good',
    mutation: 'decideAppeal',
    inputType: 'DecideAppealInput',
    options: [
      () => new Option('--outcome <outcome>', 'decision').choices(['SUSTAIN', 'REVERSE']).makeOptionMandatory(),
    ],
    input: ({ outcome }: GivenOptions) => ({ outcome }),
  },
  'federal-request': {
    description: "record that the federal agency's approval was requested",
    mutation: 'requestFederalApproval',
    inputType: 'RequestFederalApprovalInput',
    options: [
      () => new Option('--from <agency>', 'the federal agency').makeOptionMandatory(),
      () => new Option('--rule <citation>', 'the rule under which it has to approve').makeOptionMandatory(),
      () => new Option('--reference <text>', 'number or title of the request'),
    ],
    input: ({ from, rule, reference }: GivenOptions) => ({ from, rule, reference }),
  },
  'federal-approve': {
    description: 'record that the federal agency approves',
    mutation: 'recordFederalApproval',
    inputType: 'FederalDecisionInput',
    options: [() => new Option('--reference <text>', 'its letter or number').makeOptionMandatory()],
    input: ({ reference }: GivenOptions) => ({ reference }),
  },
  'federal-refuse': {
    description: 'record that the federal agency refuses',
    mutation: 'recordFederalRefusal',
    inputType: 'FederalDecisionInput',
    options: [() => new Option('--reference <text>', 'its letter or number').makeOptionMandatory()],
    input: ({ reference }: GivenOptions) => ({ reference }),
  },
  suspend: plain('close access for the time being', 'suspendAccess'),
  lift: plain('open suspended access again', 'liftSuspension'),
  'ask-renewal': {
    description: 'ask the owner to let access run on',
    mutation: 'askRenewal',
    inputType: 'RenewAccessInput',
    options: [() => new Option('--months <number>', 'for how long').makeOptionMandatory()],
    input: ({ months }: GivenOptions) => ({ months: wholeNumber('months', months) }),
  },
  renew: {
    description: 'let access run on after its end',
    mutation: 'renewAccess',
    inputType: 'RenewAccessInput',
    options: [() => new Option('--months <number>', 'for how long').makeOptionMandatory()],
    input: ({ months }: GivenOptions) => ({ months: wholeNumber('months', months) }),
  },
  revoke: {
    description: 'end access for good',
    mutation: 'revokeAccess',
    inputType: 'RevokeAccessInput',
    options: [
      () =>
        new Option('--ground <ground>', 'on what it is revoked')
          .choices(['LEGAL_BAR', 'BREACH_OF_TERMS', 'SECURITY_INCIDENT', 'NO_LONGER_NEEDED'])
          .makeOptionMandatory(),
      ...denial,
    ],
    input: (options: GivenOptions) => ({ ground: options.ground, denial: denialOf(options) }),
  },
} as const satisfies Readonly<Record<string, MoveCommand>>;

export type MoveName = keyof typeof MOVES;
