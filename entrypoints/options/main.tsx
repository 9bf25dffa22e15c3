import '../../components/styles/pages.css';
import '../../components/styles/options.css';
import { render } from 'preact';
import { Options } from '../../components/options/Options';
import { t } from '../../components/strings';
import { isPrivate } from '../../lib/browser/package';
import { LibraryPage } from '../shared/LibraryPage';
import { startPage } from '../shared/start';
import { useOptions } from './use-options';

function App() {
  const library = { id: 'library', title: t('tabLibrary'), content: <LibraryPage incognito={isPrivate()} /> };
  return <Options {...useOptions()} more={[library]} />;
}

render(<App />, startPage('optTitle'));
