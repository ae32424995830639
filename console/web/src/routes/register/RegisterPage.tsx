import { Page } from '../../design/Page.tsx';

export default function RegisterPage() {
  return <Page title="RegisterPage">{null}</Page>;
}
