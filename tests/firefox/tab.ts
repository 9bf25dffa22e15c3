import type { Bidi } from './bidi';

interface Evaluated {
  type: 'success' | 'exception';
  result: { value?: string };
  exceptionDetails?: { text: string };
}

/** What can be done in a context of Firefox: a tab, or the browser's own window. Its names are Playwright's, so that helpers serve both. */
export class Tab {
  constructor(
    protected readonly bidi: Bidi,
    readonly context: string,
  ) {}

  /** Runs a function there, with a value that JSON can carry, and returns what it returns. */
  async evaluate<R, A>(run: (arg: A) => R | Promise<R>, arg?: A): Promise<R> {
    const reply = await this.bidi.send<Evaluated>('script.callFunction', {
      functionDeclaration: `async (arg) => JSON.stringify({ value: await (${String(run)})(JSON.parse(arg)) })`,
      arguments: [{ type: 'string', value: JSON.stringify(arg ?? null) }],
      target: { context: this.context },
      awaitPromise: true,
      // Menus and prompts count what was done as the reader's own doing.
      userActivation: true,
    });
    if (reply.type === 'exception') throw new Error(reply.exceptionDetails?.text);
    return (JSON.parse(reply.result.value!) as { value: R }).value;
  }

  async goto(url: string): Promise<void> {
    // Waiting for a page of an extension would hang.
    const wait = url.startsWith('http') ? 'complete' : 'none';
    await this.bidi.send('browsingContext.navigate', { context: this.context, url, wait });
  }

  reload = () => this.bidi.send('browsingContext.reload', { context: this.context, wait: 'complete' });
  bringToFront = () => this.bidi.send('browsingContext.activate', { context: this.context });
  close = () => this.bidi.send('browsingContext.close', { context: this.context });
  waitForTimeout = (ms: number) => new Promise((done) => setTimeout(done, ms));

  readonly mouse = {
    move: (x: number, y: number) =>
      this.pointer([{ type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 30 }]),
    down: (button = 0) => this.pointer([{ type: 'pointerDown', button }]),
    up: (button = 0) => this.pointer([{ type: 'pointerUp', button }]),
    click: async (x: number, y: number, button = 0) => {
      await this.mouse.move(x, y);
      await this.pointer([
        { type: 'pointerDown', button },
        { type: 'pointerUp', button },
      ]);
    },
  };

  private pointer(actions: object[]): Promise<unknown> {
    return this.act({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });
  }

  press(key: string): Promise<unknown> {
    const actions = [
      { type: 'keyDown', value: key },
      { type: 'keyUp', value: key },
    ];
    return this.act({ type: 'key', id: 'keyboard', actions });
  }

  type(text: string): Promise<unknown> {
    const actions = [...text].flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    return this.act({ type: 'key', id: 'keyboard', actions });
  }

  private act(source: object): Promise<unknown> {
    return this.bidi.send('input.performActions', { context: this.context, actions: [source] });
  }
}
