import { Page } from '../../design/Page.tsx';

export default function PersonPage() {
  return <Page title="PersonPage">{null}</Page>;
}
