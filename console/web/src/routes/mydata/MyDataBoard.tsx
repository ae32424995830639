import { Page } from '../../design/Page.tsx';

export default function MyDataBoard() {
  return <Page title="MyDataBoard">{null}</Page>;
}
