import '../../components/styles/card.css';
import '../../components/styles/pages.css';
import './gallery.css';
import { render } from 'preact';
import { setStrings } from '../../components/strings';
import pageStyle from '../../components/styles/options.css?inline';
import messages from '../../public/_locales/en/messages.json';
import { blocksFont } from './blocks-font';
import { GROUPS, type State } from './states';

// ?state=NAME shows one state alone, for pictures; &font=blocks with the font that is the same on every machine; &theme=dark.
const asked = new URLSearchParams(location.search);
const english: Record<string, { message: string } | undefined> = messages;
setStrings(
  (key, values) => (english[key]?.message ?? '').replace(/\$(\d)/g, (_, n) => values?.[Number(n) - 1] ?? ''),
  'en',
);
const theme = asked.get('theme');
if (theme) document.documentElement.dataset['theme'] = theme;

async function useBlocks(): Promise<void> {
  const font = new FontFace('Blocks', blocksFont(), { weight: '100 900' });
  document.fonts.add(await font.load());
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    '*, ::before, ::after, ::placeholder { font-family: Blocks !important; font-synthesis: none !important; hyphens: manual !important; letter-spacing: 0 !important; caret-color: transparent !important; }',
  );
  document.adoptedStyleSheets.push(sheet);
}

/** The pages' own style sheet must not touch popup and panel, which are drawn without it. */
function stylePages(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@scope (.g-own) { ${pageStyle} }`);
  document.adoptedStyleSheets.push(sheet);
}

/** Long enough for a drawing, in milliseconds. */
const DRAWN = 40;

/** Presses what leads to a state, each once the one before has been drawn. */
async function press({ name, press = [] }: State): Promise<void> {
  for (const selector of press) {
    const control = document.querySelector<HTMLElement>(`[data-state="${name}"] ${selector}`);
    if (!control) throw new Error(`${name}: nothing is at ${selector}`);
    control.click();
    await new Promise((done) => setTimeout(done, DRAWN));
  }
}

function Framed({ state }: { state: State }) {
  const { name, width, height, rtl, page } = state;
  return (
    <div
      class={page ? 'g-frame g-own' : 'g-frame'}
      data-state={name}
      dir={rtl ? 'rtl' : 'ltr'}
      ref={(element) => {
        if (!element) return;
        element.style.inlineSize = `${width}px`;
        if (height) element.style.blockSize = `${height}px`;
      }}
    >
      {state.draw()}
    </div>
  );
}

function Gallery() {
  return (
    <div class="g-page">
      <nav class="g-bar" aria-label="Theme">
        <a href="?">System</a> <a href="?theme=light">Light</a> <a href="?theme=dark">Dark</a>{' '}
        <a href="?font=blocks">Blocks</a>
      </nav>
      {GROUPS.map(({ title, states }) => (
        <section key={title}>
          <h2 class="g-group">{title}</h2>
          <div class="g-states">
            {states.map((state) => (
              <figure class="g-state" key={state.name}>
                <figcaption>
                  <a href={`?state=${state.name}`}>{state.name}</a>
                </figcaption>
                <Framed state={state} />
              </figure>
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}

stylePages();
const all = GROUPS.flatMap(({ states }) => states);
if (asked.get('font') === 'blocks') await useBlocks();
const one = asked.get('state');
const state = all.find(({ name }) => name === one);
render(state ? <Framed state={state} /> : <Gallery />, document.body);
await Promise.all((state ? [state] : all).map(press));
document.documentElement.dataset['ready'] = '';
