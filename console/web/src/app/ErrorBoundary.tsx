import { Component, type ReactNode } from 'react';
import { BrokenPage } from './plainPages.tsx';

/** Shows a page that says what to do if a part of the app throws. Nothing of the error leaves the browser. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <BrokenPage /> : this.props.children;
  }
}
