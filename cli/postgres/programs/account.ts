/** Who PostgreSQL runs as: ourselves, or, since it refuses root, an unprivileged account that exists already. */
export type Account =
  | { readonly kind: 'self' }
  | { readonly kind: 'other'; readonly name: string; readonly uid: number; readonly gid: number };
