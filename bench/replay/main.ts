import { answerParent } from '../processes/answerParent.ts';
import { listenPlainly } from './httpListener.ts';
import { createReplayAnswers, type ReplayAnswers, type ReplayCounts } from './replayAnswers.ts';

export type ReplayQuestion =
  | { readonly kind: 'stand-in'; readonly systemUrls: Readonly<Record<string, string>> }
  | { readonly kind: 'counts' };

export interface ReplayAnswer {
  /** Addresses to give to gateways instead of the systems' own. */
  readonly urls: Readonly<Record<string, string>>;
  readonly counts: ReplayCounts;
}

/** All systems of a workload as seen by a gateway, in one process: what they would answer, from memory. */
const standIns = new Map<string, { readonly answers: ReplayAnswers; readonly url: string; stop(): Promise<void> }>();

answerParent<ReplayQuestion, ReplayAnswer>(
  async (question) => {
    if (question.kind === 'stand-in') {
      for (const [name, systemUrl] of Object.entries(question.systemUrls)) {
        const answers = createReplayAnswers(systemUrl);
        const { port, stop } = await listenPlainly(answers.answer);
        standIns.set(name, { answers, url: `http://127.0.0.1:${port}/graphql`, stop });
      }
    }
    const counts = [...standIns.values()].map(({ answers }) => answers.counts());
    return {
      urls: Object.fromEntries([...standIns].map(([name, { url }]) => [name, url])),
      counts: {
        requests: counts.reduce((sum, { requests }) => sum + requests, 0),
        asked: counts.reduce((sum, { asked }) => sum + asked, 0),
      },
    };
  },
  async () => {
    for (const { stop } of standIns.values()) await stop();
  },
);
