import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { noHandshake } from './tests/tools/no-handshake';
import { noHtml } from './tests/tools/no-html';
import { ShippedParts } from './tests/tools/shipped-parts';

const parts = new ShippedParts();

// Every permission has its reason in the README; tests/repo/manifest.test.ts compares the built manifests with that list.
export default defineConfig({
  imports: false,
  manifestVersion: 3,
  vite: () => ({ plugins: [preact(), noHtml, noHandshake, parts.plugin], build: { sourcemap: false } }),
  hooks: {
    // What others wrote of the package, with their licences, goes into it.
    'build:done': (wxt) => writeFileSync(join(wxt.config.outDir, 'THIRD-PARTY.txt'), parts.text()),
  },
  zip: {
    artifactTemplate: '{{name}}-{{version}}-{{browser}}.zip',
    sourcesTemplate: '{{name}}-{{version}}-sources.zip',
    // The sources as a reviewer needs them: what git knows, and nothing that a build or a machine left.
    includeSources: ['**/*', '.npmrc', '.gitignore', '.oxlintrc.json', '.ci/run'],
    excludeSources: ['node_modules/**', '.output/**', '.wxt/**', 'public/corpus/**', '.git', '**/*.zip'],
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    permissions: ['storage', 'contextMenus', 'scripting'],
    host_permissions: ['<all_urls>'],
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
    omnibox: { keyword: 'sl' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+L' } },
      'look-up-selection': { suggested_key: { default: 'Alt+Shift+K' }, description: '__MSG_commandLookUp__' },
      'open-panel': { suggested_key: { default: 'Alt+Shift+P' }, description: '__MSG_commandPanel__' },
      'next-mark': { description: '__MSG_commandNextMark__' },
      'previous-mark': { description: '__MSG_commandPreviousMark__' },
    },
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'sidelight@sidelight.invalid',
          strict_min_version: '142.0',
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
  }),
});
