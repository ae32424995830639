import { type ReactNode, useEffect, useRef } from 'react';

export interface PageProps {
  readonly title: string;
  /** Title of the browser's tab. It never contains a person's name. */
  readonly tabTitle?: string;
  readonly lead?: ReactNode;
  readonly tags?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** One page of a board: sets the tab's title and moves the focus to the heading, as after a real page load. */
export function Page({ title, tabTitle, lead, tags, actions, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${tabTitle ?? title} - Person 360`;
  }, [title, tabTitle]);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <div className="page">
      <div className="page__head">
        <div className="page__title">
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {tags}
        </div>
        {actions !== undefined && <div className="page__actions">{actions}</div>}
      </div>
      {lead !== undefined && <div className="page__lead">{lead}</div>}
      {children}
    </div>
  );
}
