import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { graphql } from 'cm6-graphql';
import { basicSetup } from 'codemirror';
import type { GraphQLSchema } from 'graphql';
import { useEffect, useRef } from 'react';

export interface QueryEditorProps {
  readonly schema: GraphQLSchema;
  readonly label: string;
  readonly initial: string;
  readonly onChange: (text: string, cursor: number) => void;
}

const theme = EditorView.theme({
  '&': { border: '1px solid #a9aeb1', borderRadius: '0.25rem', fontSize: '0.9rem', backgroundColor: '#fff' },
  '&.cm-focused': { outline: '0.2rem solid #2491ff', outlineOffset: '0.1rem' },
  '.cm-scroller': { minHeight: '16rem' },
  '.cm-gutters': { color: '#565c65' },
  // In place of images with data: addresses, which the policy forbids.
  '.cm-lintRange-error': { backgroundImage: 'none', textDecoration: 'underline wavy #b50909' },
  '.cm-lintRange-warning': { backgroundImage: 'none', textDecoration: 'underline wavy #936f38' },
  '.cm-lintRange-info, .cm-lintRange-hint': { backgroundImage: 'none' },
  '.cm-lint-marker': { content: 'none' },
});

/** Text over a selection: left to the browser, it would come with inline styles, which the policy forbids. */
const replaceSelection = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const isPlain = event.inputType === 'insertText' && event.data !== null && !view.composing;
    if (!isPlain || view.state.selection.main.empty || view.state.readOnly) return false;
    event.preventDefault();
    view.dispatch(view.state.replaceSelection(event.data ?? ''), { userEvent: 'input.type', scrollIntoView: true });
    return true;
  },
});

/**
 * An editor with completion and linting. It is in a shadow root: there its style sheets are adopted, which the content
 * security policy permits, and elsewhere they would be inline.
 */
export function QueryEditor({ schema, label, initial, onChange }: QueryEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const latest = useRef(onChange);
  latest.current = onChange;
  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    const view = new EditorView({
      root,
      parent: root,
      state: EditorState.create({
        doc: initial,
        extensions: [
          basicSetup,
          graphql(schema),
          theme,
          EditorView.lineWrapping,
          replaceSelection,
          EditorView.contentAttributes.of({ 'aria-label': label }),
          EditorView.updateListener.of(({ docChanged, selectionSet, state }) => {
            if (docChanged || selectionSet) latest.current(state.doc.toString(), state.selection.main.head);
          }),
        ],
      }),
    });
    return () => view.destroy();
  }, [schema, label, initial]);
  return <div ref={host} className="explorer__editor" />;
}
