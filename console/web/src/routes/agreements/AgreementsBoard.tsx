import { Page } from '../../design/Page.tsx';

export default function AgreementsBoard() {
  return <Page title="AgreementsBoard">{null}</Page>;
}
