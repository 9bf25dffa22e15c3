import '../../components/styles/pages.css';
import '../../components/styles/options.css';
import { render } from 'preact';
import { Options } from '../../components/options/Options';
import { isPrivate } from '../../lib/browser/package';
import { LibraryPage } from '../shared/LibraryPage';
import { startPage } from '../shared/start';
import { useOptions } from './use-options';

const library = () => <LibraryPage incognito={isPrivate()} />;

function App() {
  return <Options {...useOptions(library)} />;
}

render(<App />, startPage('optTitle'));
