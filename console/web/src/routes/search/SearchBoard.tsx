import { Page } from '../../design/Page.tsx';

export default function SearchBoard() {
  return <Page title="SearchBoard">{null}</Page>;
}
