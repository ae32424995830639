/** Tables that the first load fills, in the order of loading: what others refer to comes first. */
export const initialTables = [
  ...(['household', 'person', 'person_search_token', 'system_number', 'relationship'] as const),
  ...(['source_record', 'record_key', 'record_pair', 'link_review'] as const),
] as const;
