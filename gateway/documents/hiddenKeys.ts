/** Response key under which `pruned` asks for the id of every person; the answer never holds it. */
export const personIdKey = '_person360Id';

/** Response keys under which `pruned` asks whose data an object is begin with it; a number follows. */
export const subjectKey = '_person360Subject';

/** Asked for besides, and taken out of the answer again. */
export const runtimeTypeKey = '_person360Type';
