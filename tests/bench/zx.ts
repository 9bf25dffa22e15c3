import { readFileSync } from 'node:fs';
import { openExtension } from '../tools/extension.mjs';
import { settled } from '../tools/pickup';
import { serve } from '../tools/serve.mjs';
export async function main(args: string[]) {
  const server = await serve('tests/playground', (path) => ({ body: readFileSync('tests/fixtures/pages' + path.replace('.html','/page.html'),'utf8') }));
  const opened = await openExtension({ executablePath: '/usr/bin/chromium', folder: '/tmp/sl-out/chrome-mv3' });
  await new Promise(r=>setTimeout(r,1500));
  for (const name of args) {
    const page = await opened.context.newPage();
    await page.goto(server.origin + '/' + name + '.html');
    const state = await settled(await opened.currentWorker(), page.url());
    console.log(name, state.progress, state.ms, state.found.map(f=>f.kind+' '+f.id+' '+f.count+' '+f.text).join('\n  '));
    await page.close();
  }
  await opened.close(); await server.close();
  return 0;
}
