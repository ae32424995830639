/** The account that PostgreSQL runs as: our own or, since it refuses root, an existing unprivileged one. */
export type Account =
  | { readonly kind: 'self' }
  | { readonly kind: 'other'; readonly name: string; readonly uid: number; readonly gid: number };
