import { type MessageKey, setStrings, t } from '../../components/strings';
import { language, message } from '../../lib/browser/language';
import { settings } from '../../lib/browser/state';
import { directionOf } from '../../lib/util/direction';

/** What every page of ours begins with: language and direction, its strings and title, the theme the reader chose. */
export function startPage(title: MessageKey = 'extName'): HTMLElement {
  const root = document.documentElement;
  root.lang = language();
  root.dir = directionOf(root.lang);
  setStrings(message, root.lang);
  document.title = t(title);
  settings.follow(({ theme, textSize }) => {
    root.style.setProperty('--base', `${textSize / 100}rem`);
    if (theme === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = theme;
  });
  return document.body;
}
