/** The counties around Cook. */
export const collarCounties: readonly string[] = ['DuPage', 'Lake', 'Will', 'Kane', 'McHenry', 'Kendall'];
