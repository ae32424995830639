import { type ASTNode, Kind, visit } from 'graphql';
import { holdsHiddenCharacters } from '../../../schema/values/hiddenCharacters.ts';
import type { Draft } from '../finding.ts';
import type { SourceLocation } from '../locations.ts';
import { guardError, type PublicationContext } from './publicationContext.ts';

/**
 * Texts that others judge a publication by. Attack: invisible characters, or letters of another script, make a text
 * read like another one.
 */
export function textFindings({ candidate, document, locations }: PublicationContext): readonly Draft[] {
  const drafts: Draft[] = [];
  function check(text: string, where: string, location?: SourceLocation): void {
    const hidden = holdsHiddenCharacters(text) || holdsControls(text);
    if (!hidden && !mixesScripts(text)) return;
    drafts.push(
      guardError({
        code: hidden ? 'HIDDEN_CHARACTERS' : 'MIXED_SCRIPTS',
        acceptable: !hidden,
        message: hidden
          ? `${where} has characters that nobody sees: ${escaped(text)}.`
          : `${where} has a word with letters of several scripts, which reads like another word: ${escaped(text)}.`,
        whatToDo: hidden ? 'Remove them.' : 'Write the word with Latin letters.',
        location,
        detail: where + text,
      }),
    );
  }

  const { datasets, contact, message } = candidate;
  for (const [where, text] of textsIn({ datasets, contact, message })) check(text, where);
  if (document !== undefined) {
    visit(document, {
      StringValue(node) {
        check(node.value, 'A text of the schema', locations.ofNode(node as ASTNode));
      },
      [Kind.OPERATION_DEFINITION]: () => false,
    });
  }
  return drafts;
}

function textsIn(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => textsIn(member, path === '' ? name : `${path}.${name}`));
}

/** Control characters other than line breaks and tabs. */
function holdsControls(text: string): boolean {
  return /[^\P{Cc}\n\r\t]/u.test(text);
}

/** Checks for a word in which a Latin letter meets a Cyrillic or Greek one. */
function mixesScripts(text: string): boolean {
  return /\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}]\p{Script=Latin}/u.test(
    text,
  );
}

function escaped(text: string): string {
  const written = [...text.slice(0, 60)].map((character) =>
    /[\p{Script=Latin}\p{N}\p{P}\p{S} ]/u.test(character) && !holdsHiddenCharacters(character)
      ? character
      : `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
  return `"${written.join('')}${text.length > 60 ? '…' : ''}"`;
}
