import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { type AgreementEvent, Move, parseHistory } from '../../../subgraphs/emou/agreement/move.ts';
import { findIllegalEvent } from '../../../subgraphs/emou/agreement/replayHistory.ts';
import type { Rules } from '../../../subgraphs/emou/agreement/rules.ts';
import { DEFAULT_SETTINGS } from '../../../subgraphs/emou/agreement/settings.ts';
import { type AgreementState, statusAt } from '../../../subgraphs/emou/agreement/status/statusAt.ts';
import { validateMove } from '../../../subgraphs/emou/agreement/validateMove.ts';
import { createCalendar } from '../../../subgraphs/emou/calendar/calendar.ts';
import { ILLINOIS_STATE_OFFICES } from '../../../subgraphs/emou/calendar/illinoisHolidays.ts';
import { addDays, localDate } from '../../../subgraphs/emou/calendar/localDate.ts';
import { chicago, type LifecycleCase, readCase, readCatalogues, showChicago, showField } from './lifecycleCase.ts';

const here = dirname(fileURLToPath(import.meta.url));
const catalogues = readCatalogues(join(here, 'catalogue', 'datasets.yaml'));
const files = readdirSync(here)
  .filter((name) => name.endsWith('.yaml'))
  .sort();

function rulesOf(story: LifecycleCase): Rules {
  const proclaimed = [...ILLINOIS_STATE_OFFICES.proclaimed, ...story.proclaimed];
  return {
    calendar: createCalendar({ ...ILLINOIS_STATE_OFFICES, proclaimed, cutOff: story.cut_off }),
    catalogues,
    settings: { ...DEFAULT_SETTINGS, ...story.settings },
  };
}

/** What a case may say of a state, in the words of the case. */
function describeState(state: AgreementState): Readonly<Record<string, unknown>> {
  const { access, nextChange, appealUntil, decisionTarget } = state;
  return {
    status: state.status,
    basis: state.basis,
    due: state.due?.date ?? null,
    days_left: state.due?.businessDaysLeft,
    open: access.fields.map(showField),
    // A term ends with the night that follows its last day.
    ends: access.validUntil === null ? null : addDays(localDate(access.validUntil), -1),
    review: access.reviewOn,
    turn: state.turn === null ? null : `${state.turn.side} ${state.turn.agency}`,
    next: nextChange === null ? null : `${showChicago(nextChange.at)} ${nextChange.to}`,
    appeal_until: appealUntil === null ? null : showChicago(appealUntil),
    decision_target: decisionTarget === null ? undefined : showChicago(decisionTarget),
  };
}

function play(story: LifecycleCase, rules: Rules): readonly AgreementEvent[] {
  const history: AgreementEvent[] = [];
  for (const [index, step] of story.story.entries()) {
    const now = chicago(step.at);
    const line = `line ${index + 1}, ${step.at} ${step.who ?? ''} ${step.does ?? ''}`;
    if (step.does !== undefined) {
      const [agency = '', role = '', person = `${agency}/${role}`] = (step.who ?? '').split(' ');
      const terms =
        step.does === 'DRAFT' || step.does === 'REVISE' ? { terms: { ...story.request, ...step.with } } : step.with;
      const verdict = validateMove(
        history,
        {
          move: Move.parse({ kind: step.does, ...terms }),
          actor: { subject: person, agency, roles: [role] },
          why: step.why,
          expectedSequence: step.having_seen ?? history.length,
        },
        now,
        rules,
      );
      const outcome = verdict.accepted ? undefined : verdict.code;
      expect([line, outcome]).toEqual([line, step.refused]);
      if (verdict.accepted) history.push(verdict.event);
      else expect(verdict.remedy).not.toBe('');
    }
    if (step.stands !== undefined) {
      const state = statusAt(history, now, rules.calendar, rules.settings);
      if (state === undefined) throw new Error(`${line}: there is no agreement yet`);
      expect({ line, ...describeState(state) }).toMatchObject({ line, ...step.stands });
    }
  }
  return history;
}

describe('agreements as their cases tell them', () => {
  test.each(files)('%s', (file) => {
    const story = readCase(join(here, file));
    const rules = rulesOf(story);
    const history = play(story, rules);
    // What was accepted move by move is a legal history, and survives being stored as text.
    expect(findIllegalEvent(history, rules)).toBeUndefined();
    expect(parseHistory(JSON.parse(JSON.stringify(history)))).toEqual(history);
  });
});
