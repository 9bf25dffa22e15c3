import '../../components/styles/pages.css';
import '../../components/styles/options.css';
import { render } from 'preact';
import { Options } from '../../components/options/Options';
import { startPage } from '../shared/start';
import { useOptions } from './use-options';

// A further section, such as the reader's own libraries, is given to Options as `more`.
function App() {
  return <Options {...useOptions()} />;
}

render(<App />, startPage('optTitle'));
