import type { Row, Sample } from './report.ts';

/** Medians per workload, connections and engine, in the order of the samples; ratios to the engine that came first. */
export function summarize(samples: readonly Sample[]): readonly Row[] {
  const groups = new Map<string, Sample[]>();
  for (const sample of samples) {
    const key = `${sample.workload} ${sample.load} ${sample.engine}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [sample]);
    else group.push(sample);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { workload, engine, load } = first;
    const base = samples.filter((sample) => sample.workload === workload && sample.load === load);
    const ratio = (figure: (sample: Sample) => number, upside: boolean): number =>
      median(
        group.map((sample) => {
          const beside = base.find(({ round }) => round === sample.round) ?? sample;
          return upside ? figure(sample) / figure(beside) : figure(beside) / figure(sample);
        }),
      );
    const of = (figure: (sample: Sample) => number): number => median(group.map(figure));
    const ofSome = (figure: (sample: Sample) => number | undefined): number | undefined => {
      const known = group.map(figure).filter((value) => value !== undefined);
      return known.length === 0 ? undefined : median(known);
    };
    return [
      {
        workload,
        engine,
        load,
        gatewayCpu: of(({ gatewayCpu }) => gatewayCpu),
        systemsCpu: ofSome(({ systemsCpu }) => systemsCpu),
        postgresCpu: ofSome(({ postgresCpu }) => postgresCpu),
        perSecond: of(({ perSecond }) => perSecond),
        p50: of(({ p50 }) => p50),
        p99: of(({ p99 }) => p99),
        subgraphRequests: ofSome(({ subgraphRequests }) => subgraphRequests),
        residentBytes: of(({ residentBytes }) => residentBytes),
        answerBytes: of(({ answerBytes }) => answerBytes),
        busy: of(({ busy }) => busy),
        cpu: of(totalCpu),
        lighter: ratio(totalCpu, false),
        faster: ratio(({ perSecond }) => perSecond, true),
      },
    ];
  });
}

function totalCpu({ gatewayCpu, systemsCpu = 0, postgresCpu = 0 }: Sample): number {
  return gatewayCpu + systemsCpu + postgresCpu;
}

/** NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (lower + upper) / 2;
}
