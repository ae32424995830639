import type { ReportFragment } from '../generated/graphql.ts';

export type Finding = ReportFragment['findings'][number];
