import { Library } from '../../components/Library';
import { useLibrary } from './use-library';

/** The reader's shelves, in the panel and on the settings page. The database is opened when this is first shown. */
export function LibraryPage({ incognito }: { incognito?: boolean | undefined }) {
  const { library, actions } = useLibrary(incognito);
  return <Library library={library} actions={actions} />;
}
