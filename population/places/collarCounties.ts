/** The counties around Cook. */
export const COLLAR_COUNTIES: readonly string[] = ['DuPage', 'Lake', 'Will', 'Kane', 'McHenry', 'Kendall'];
