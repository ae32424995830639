import type { ReactNode } from 'react';

export interface TableProps {
  readonly caption: string;
  readonly captionHidden?: boolean;
  readonly head: readonly ReactNode[];
  readonly children: ReactNode;
}

/** A table that scrolls sideways in its own box, which the keyboard can reach. */
export function Table({ caption, captionHidden = false, head, children }: TableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
    <div className="table-box" tabIndex={0}>
      <table className="usa-table usa-table--borderless">
        <caption className={captionHidden ? 'usa-sr-only' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {head.map((cell, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns do not move
              <th key={at} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
