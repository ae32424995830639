/** Response key under which `pruned` asks for the id of every person; the answer never holds it. */
export const PERSON_ID_KEY = '_person360Id';

/** Response keys under which `pruned` asks whose data an object is begin with it; a number follows. */
export const SUBJECT_KEY = '_person360Subject';

/** Asked for besides, and taken out of the answer again. */
export const RUNTIME_TYPE_KEY = '_person360Type';
