import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseHistory } from '../../../subgraphs/emou/agreement/move.ts';
import { POSSIBLE_MOVES } from '../../../subgraphs/emou/agreement/possibleMoves.ts';
import { findIllegalEvent } from '../../../subgraphs/emou/agreement/replayHistory.ts';
import { type AgreementState, statusAt } from '../../../subgraphs/emou/agreement/status/statusAt.ts';
import '../../harness/propertySeed.ts';
import { compare, HOUR, play, worlds } from './play.ts';

describe('the procedure against a clerk with a pile of letters', () => {
  test('takes the same moves and comes to the same status, access, term and due moment', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(worlds, (world) => {
        play(world, (played, state) => {
          compare(played, state, played.now);
          reached.add(state.status).add(state.basis ?? state.status);
        });
      }),
      { numRuns: 200 },
    );
    // The stories are worth nothing if they do not get everywhere.
    expect([...reached].sort()).toEqual(Object.keys(POSSIBLE_MOVES).sort());
  });

  test('time alone changes a status only at the instant foretold, and only as the rules say', () => {
    const byTime = new Set<string>();
    fc.assert(
      fc.property(worlds, fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 5 }), (world, glimpses) => {
        play(world, (played, state) => {
          const { history, now, rules } = played;
          const at = (time: number): AgreementState => {
            const later = statusAt(history, new Date(time), rules.calendar, rules.settings);
            if (later === undefined) throw new Error('a drafted agreement has a state');
            return later;
          };
          const change = state.nextChange;
          const horizon = change === null ? now + 1_500 * 24 * HOUR : change.at.getTime() - 1;
          for (const time of [...glimpses.map((part) => now + Math.floor(part * (horizon - now))), horizon]) {
            expect(at(time).status).toBe(state.status);
            expect(at(time).access.inForce).toBe(state.access.inForce);
            compare(played, at(time), time);
          }
          if (change === null) return;
          const after = at(change.at.getTime());
          expect(after.status).toBe(change.to);
          expect([after.status, after.access.inForce]).not.toEqual([state.status, state.access.inForce]);
          compare(played, after, change.at.getTime());
          byTime.add(`${waiting(state.status)} -> ${after.status}`);
        });
      }),
      { numRuns: 80 },
    );
    const allowed = [
      'awaiting an answer -> IN_FORCE',
      'awaiting an answer -> PENDING_FEDERAL_APPROVAL',
      'awaiting an answer -> FEDERALLY_REFUSED',
      'awaiting an answer -> DEEMED_APPROVED',
      'waiting to begin -> IN_FORCE',
      // A part given from a later day opens while the rest is disputed.
      'ESCALATED -> ESCALATED',
      'APPEALED -> APPEALED',
      ...['IN_FORCE', 'SUSPENDED', 'FEDERALLY_REFUSED', 'ESCALATED', 'APPEALED', 'REVOCATION_ESCALATED'].map(
        (from) => `${from} -> EXPIRED`,
      ),
    ];
    expect([...byTime].filter((change) => !allowed.includes(change))).toEqual([]);
  });

  test('a history replays to the same state, from its text as well, and every past instant stays as it was', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const seen: { readonly now: number; readonly length: number; readonly state: AgreementState }[] = [];
        const { history, rules } = play(world, (played, state) => {
          seen.push({ now: played.now, length: played.history.length, state });
        });
        expect(findIllegalEvent(history, rules)).toBeUndefined();
        const stored = parseHistory(JSON.parse(JSON.stringify(history)));
        for (const { now, length, state } of seen) {
          expect(statusAt(stored.slice(0, length), new Date(now), rules.calendar, rules.settings)).toEqual(state);
        }
        // Looking back from the end shows what was true then, unless more happened in the same millisecond.
        for (const [index, { now, state }] of seen.entries()) {
          if (seen[index + 1]?.now === now) continue;
          expect(statusAt(stored, new Date(now), rules.calendar, rules.settings)).toEqual(state);
        }
      }),
      { numRuns: 80 },
    );
  });

  test('nothing is open before it was requested, after it has ended, or while a federal approval is missing', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        play(world, ({ request, pile }, { access, status, sequence }) => {
          if (!access.inForce) expect(access.fields).toEqual([]);
          for (const { field } of access.fields) expect(request.fields).toContain(field);
          if (['DRAFTED', 'SUBMITTED', 'DENIED', 'REVOKED', 'WITHDRAWN', 'EXPIRED', 'SUSPENDED'].includes(status)) {
            expect(access.inForce).toBe(false);
          }
          if (access.inForce && request.federal) expect(pile.some(({ kind }) => kind === 'FEDERAL_APPROVE')).toBe(true);
          expect(sequence).toBe(pile.length);
        });
      }),
      { numRuns: 80 },
    );
  });
});

function waiting(status: string): string {
  if (['SUBMITTED', 'EXTENDED', 'INFORMATION_ASKED'].includes(status)) return 'awaiting an answer';
  const granted = ['APPROVED', 'PARTIALLY_APPROVED', 'DEEMED_APPROVED', 'OVERTURNED', 'SUSTAINED'];
  return granted.includes(status) ? 'waiting to begin' : status;
}
