/** Formats of `person360 audit export`. */
export const EXPORT_FORMATS = ['jsonl', 'csv', 'fhir', 'tiles'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
