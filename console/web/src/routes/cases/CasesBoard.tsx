import { Page } from '../../design/Page.tsx';

export default function CasesBoard() {
  return <Page title="CasesBoard">{null}</Page>;
}
