import type { SubgraphSystem } from '../../kit/subgraphDefinition.ts';
import type { IndexDecider } from '../linkage/decide/indexDecider.ts';
import { todayDigits } from '../linkage/normalize/normalize.ts';
import { createPersonalData } from '../personalData/personalData.ts';
import { createGroupCommit } from './groupCommit.ts';
import { LINKS_AN_HOUR } from './linkLimit.ts';
import type { PersonRegister } from './personRegister.ts';
import { registerGroup } from './registerGroup.ts';
import {
  type RecordCall,
  type Registration,
  type RegistrationOutcome,
  type RegistrationResult,
  registrationOf,
} from './registration.ts';

type RegisterSystem = Pick<SubgraphSystem, 'clock' | 'database' | 'encryption' | 'log' | 'name'>;

/** Decides whose records systems' records are. */
export interface RecordRegister {
  /** Resolves once the record, its person, and the entry of the log are durable. Throws PublicError. */
  register(system: RegisterSystem, call: RecordCall): Promise<RegistrationOutcome>;
}

export interface RecordRegisterSettings {
  readonly register: PersonRegister;
  readonly deciders: IndexDecider;
  /** Default: LINKS_AN_HOUR. */
  readonly linksAnHour?: number | undefined;
}

const MOST_TOGETHER = 64;

const keyOf = ({ system, number }: Registration): string => `${system}|${number}`;

interface WaitingCall {
  readonly system: RegisterSystem;
  readonly registration: Registration;
}

export function createRecordRegister(settings: RecordRegisterSettings): RecordRegister {
  const { register, deciders, linksAnHour = LINKS_AN_HOUR } = settings;

  async function commit(calls: readonly WaitingCall[]): Promise<readonly RegistrationResult[]> {
    const [first] = calls;
    if (first === undefined) return [];
    // All calls are of the one system, the person index.
    const { system } = first;
    const data = createPersonalData(system.encryption);
    const distinct = new Map(calls.map(({ registration }) => [keyOf(registration), registration]));
    const keys = [...distinct.keys()];
    const { results, exceeded } = await register.change(system, async (queries, _, now) => {
      const group = await registerGroup(queries, { register, data, deciders, linksAnHour, now }, [
        ...distinct.values(),
      ]);
      return { result: group, writes: group.writes };
    });
    for (const { agency, system: of } of exceeded) {
      const event = `${agency} has linked ${linksAnHour} records of ${of} within an hour. People decide about further ones.`;
      system.log({ level: 'warn', system: system.name, event, code: 'LINK_LIMIT' });
    }
    const answered = new Set<string>();
    return calls.map(({ registration }) => {
      const key = keyOf(registration);
      // One result for each distinct call.
      const result = results[keys.indexOf(key)] as RegistrationResult;
      const isRepeated = answered.has(key);
      answered.add(key);
      return isRepeated && !(result instanceof Error) ? { ...result, changed: false } : result;
    });
  }

  const together = createGroupCommit<WaitingCall, RegistrationResult>({
    most: MOST_TOGETHER,
    keyOf: ({ registration }) => keyOf(registration),
    isEqual: ({ registration: one }, { registration: other }) =>
      JSON.stringify([one.content, one.householdOfNumber]) === JSON.stringify([other.content, other.householdOfNumber]),
    commit,
  });
  return {
    async register(system, call) {
      const registration = registrationOf(call, todayDigits(system.clock()));
      const result = await together({ system, registration });
      if (result instanceof Error) throw result;
      return result;
    },
  };
}
