import { Page } from '../../design/Page.tsx';

export default function AuditBoard() {
  return <Page title="AuditBoard">{null}</Page>;
}
