/** One entry of a feed. Texts are plain; they are escaped when they are written. */
export interface AtomEntry {
  /** An IRI that never changes. */
  readonly id: string;
  readonly title: string;
  readonly updated: string;
  readonly link: string;
  readonly content: string;
}

export interface AtomFeed {
  /** Address of the feed itself, which is also its id. */
  readonly self: string;
  readonly alternate: string;
  readonly title: string;
  readonly author: string;
  readonly updated: string;
  readonly entries: readonly AtomEntry[];
}

/** Writes an Atom feed. See RFC 4287. */
export function writeAtom(feed: AtomFeed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    `<id>${xml(feed.self)}</id>`,
    `<title>${xml(feed.title)}</title>`,
    `<updated>${xml(feed.updated)}</updated>`,
    `<author><name>${xml(feed.author)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${xml(feed.self)}"/>`,
    `<link rel="alternate" type="text/html" href="${xml(feed.alternate)}"/>`,
    ...feed.entries.map(
      ({ id, title, updated, link, content }) =>
        `<entry><id>${xml(id)}</id><title>${xml(title)}</title><updated>${xml(updated)}</updated>` +
        `<link rel="alternate" type="text/html" href="${xml(link)}"/>` +
        `<content type="text">${xml(content)}</content></entry>`,
    ),
    '</feed>',
    '',
  ].join('\n');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text of officers goes into the feed: markup is escaped, and characters that XML 1.0 cannot carry are left out. */
function xml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}
