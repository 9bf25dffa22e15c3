// Runs a TypeScript tool of this project on plain Node: node tests/tools/run.mjs FILE.ts [arguments]
// Vite compiles it, with the same settings for modules and JSON as the extension's own build.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createServer } from 'vite';

const [file, ...rest] = process.argv.slice(2);
if (!file) {
  console.error('usage: node tests/tools/run.mjs FILE.ts [arguments]');
  process.exit(2);
}
process.argv.splice(1, process.argv.length - 1, resolve(file), ...rest);
const server = await createServer({
  configFile: false,
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
try {
  const { main } = await server.ssrLoadModule(pathToFileURL(resolve(file)).href);
  process.exitCode = (await main(rest)) ?? 0;
} finally {
  await server.close();
}
