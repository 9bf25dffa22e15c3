import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import config from '../../wxt.config';
import { filesIn, read } from './files';

/** Promise 6: permissions are frozen. Each has its reason; a new one needs a line here and one in the README. */
const PERMISSIONS: Record<string, string> = {
  storage: 'settings, the saved list and what was found on a tab are kept on this machine',
  contextMenus: 'looking up a selection from the right-click menu, in PDFs too',
  scripting: 'open tabs go on working after an update; the card’s code enters a page only when it is needed',
  sidePanel: 'the panel beside the page (Chromium)',
};
const HOSTS: Record<string, string> = { '<all_urls>': 'papers are noticed on whatever page is read' };

interface Manifest {
  manifest_version: number;
  version: string;
  name: string;
  description: string;
  default_locale: string;
  permissions?: string[];
  optional_permissions?: string[];
  host_permissions?: string[];
  optional_host_permissions?: string[];
  web_accessible_resources?: unknown[];
  externally_connectable?: unknown;
  content_security_policy: { extension_pages: string; sandbox?: string };
  commands: Record<string, { suggested_key?: unknown; description?: string }>;
  content_scripts: { matches: string[]; js: string[]; css?: string[]; world?: string }[];
  icons: Record<string, string>;
  update_url?: string;
  key?: string;
}

const FOLDER = '.output/chrome-mv3';

function builtManifest(): Manifest {
  const file = `${FOLDER}/manifest.json`;
  if (!existsSync(file)) throw new Error(`${file} is missing: run "npm run build" first`);
  return JSON.parse(read(file)) as Manifest;
}

type Configure = (env: {
  browser: string;
  manifestVersion: number;
  mode: string;
  command: string;
}) => Partial<Manifest> & Record<string, unknown>;
/** What wxt.config.ts asks for; WXT adds the panel's permission for Chromium. */
const configured = (browser: string) =>
  (config.manifest as unknown as Configure)({ browser, manifestVersion: 3, mode: 'production', command: 'build' });

describe('the built manifest', () => {
  it('is there', () => {
    expect(builtManifest()).toMatchObject({ manifest_version: 3, default_locale: 'en' });
  });

  it('asks for the frozen permissions and no other', () => {
    const manifest = builtManifest();
    expect([...(manifest.permissions ?? [])].sort()).toEqual(Object.keys(PERMISSIONS).sort());
    expect(manifest.host_permissions).toEqual(Object.keys(HOSTS));
    expect(manifest.optional_permissions ?? []).toEqual([]);
    expect(manifest.optional_host_permissions ?? []).toEqual([]);
  });

  it('opens nothing to pages or other extensions', () => {
    const manifest = builtManifest();
    expect(manifest.web_accessible_resources ?? []).toEqual([]);
    expect(manifest.externally_connectable).toBeUndefined();
    expect(manifest.content_scripts.every(({ world }) => world !== 'MAIN')).toBe(true);
  });

  it('lets its pages reach nothing but themselves', () => {
    const { extension_pages: policy, sandbox } = builtManifest().content_security_policy;
    expect(sandbox).toBeUndefined();
    const directives = Object.fromEntries(
      policy
        .split(';')
        .map((part) => part.trim().split(/\s+/))
        .map(([name, ...sources]) => [name, sources]),
    );
    expect(directives).toMatchObject({
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'connect-src': ["'self'"],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
    });
    for (const source of Object.values(directives).flat()) expect(["'none'", "'self'", 'data:']).toContain(source);
    expect(directives['script-src']).not.toContain('data:');
    expect(policy).not.toMatch(/unsafe|https?:|wss?:|\*/);
  });

  it('suggests four keys at most, none twice', () => {
    const keys = Object.values(builtManifest().commands).flatMap(({ suggested_key: key }) =>
      key ? [JSON.stringify(key)] : [],
    );
    expect(keys.length).toBeLessThanOrEqual(4);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('has the version of package.json, and no address to update from', () => {
    const { version, update_url: address, key } = builtManifest();
    expect(version).toBe((JSON.parse(read('package.json')) as { version: string }).version);
    expect(address).toBeUndefined();
    expect(key).toBeUndefined();
  });

  it('describes itself in 132 characters', () => {
    const { description, name } = builtManifest();
    const messages = JSON.parse(read(`${FOLDER}/_locales/en/messages.json`)) as Record<string, { message: string }>;
    const text = (value: string) => value.replace(/__MSG_(\w+)__/g, (_, key: string) => messages[key]!.message);
    expect(text(description).length).toBeLessThanOrEqual(132);
    expect(text(name)).toBe('Sidelight');
  });

  it('names files that are in the package', () => {
    const { icons, content_scripts: scripts } = builtManifest();
    for (const file of [...Object.values(icons), ...scripts.flatMap(({ js, css }) => [...js, ...(css ?? [])])])
      expect(existsSync(`${FOLDER}/${file}`)).toBe(true);
  });
});

describe('wxt.config.ts', () => {
  it.each(['chrome', 'firefox'])('asks for no more in %s', (browser) => {
    const { permissions = [], host_permissions: hosts } = configured(browser);
    expect(permissions.filter((name) => !(name in PERMISSIONS))).toEqual([]);
    expect(hosts).toEqual(Object.keys(HOSTS));
  });

  it('tells Firefox that no data is collected', () => {
    expect(configured('firefox')['browser_specific_settings']).toMatchObject({
      gecko: { data_collection_permissions: { required: ['none'] } },
    });
  });
});

describe('the README', () => {
  it.each([...Object.entries(PERMISSIONS), ...Object.entries(HOSTS)])('gives the reason for %s', (permission) => {
    expect(existsSync('README.md')).toBe(true);
    expect(read('README.md')).toContain(permission);
  });
});

describe('the built package', () => {
  it('fetches nothing from elsewhere', () => {
    if (!existsSync(FOLDER)) throw new Error(`${FOLDER} is missing: run "npm run build" first`);
    const pages = filesOf(FOLDER).filter((path) => /\.(?:html|css)$/.test(path));
    expect(pages.length).toBeGreaterThan(0);
    for (const path of pages)
      expect(read(path)).not.toMatch(/(?:src|href)\s*=\s*["']?https?:|url\(\s*["']?https?:|@import/);
  });

  it('holds no source map, no test and nothing of the build', () => {
    expect(filesOf(FOLDER).filter((path) => /\.map$|\.tsx?$|\.test\.|node_modules/.test(path))).toEqual([]);
  });
});

/** All files under a folder that git does not know. */
function filesOf(folder: string): string[] {
  return filesIn(folder);
}
