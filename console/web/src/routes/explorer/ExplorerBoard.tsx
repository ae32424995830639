import { Page } from '../../design/Page.tsx';

export default function ExplorerBoard() {
  return <Page title="ExplorerBoard">{null}</Page>;
}
