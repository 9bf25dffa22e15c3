// What the packages we take in must hold, as far as it can be told without a network.
import { describe, expect, it } from 'vitest';
import { read } from './files';

interface Locked {
  version: string;
  integrity?: string;
  license?: string;
  dev?: boolean;
  devOptional?: boolean;
  peer?: boolean;
  link?: boolean;
  hasInstallScript?: boolean;
}
interface Package {
  version: string;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}

const own = JSON.parse(read('package.json')) as Package;
const lock = JSON.parse(read('package-lock.json')) as { version: string; packages: Record<string, Locked & Package> };
const { '': root, ...packages } = lock.packages;
const all = Object.entries(packages);
const named = { ...own.dependencies, ...own.devDependencies };

/** Licences of what only builds and tests, and may not be read as conditions on the package. */
const TOOLS = [
  'MIT',
  'Apache-2.0',
  'MIT OR Apache-2.0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'MPL-2.0',
  'CC-BY-4.0',
];
/** Licences of what is shipped: each is named in the README or asks for no more than its text, which the package holds. */
const SHIPPED = ['MIT', 'Apache-2.0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'MPL-2.0', 'CPAL-1.0 OR AGPL-1.0'];

/** What nothing of the package needs: our own tools, and what they or a library only ask to have beside them. */
const isTool = ({ dev, devOptional, peer }: Locked) => !!(dev || devOptional || peer);

describe('package.json', () => {
  it.each(Object.entries(named))('names %s in one exact version', (_, version) => {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('has no package twice', () => {
    const both = Object.keys(own.dependencies).filter((name) => name in own.devDependencies);
    expect(both).toEqual([]);
  });

  it.each(Object.keys(named))('gives the reason for %s in the README', (name) => {
    expect(read('README.md')).toContain(`\`${name}\``);
  });
});

describe('package-lock.json', () => {
  it('was made for this package.json', () => {
    expect([lock.version, root!.version]).toEqual([own.version, own.version]);
    expect(root!.dependencies).toEqual(own.dependencies);
    expect(root!.devDependencies).toEqual(own.devDependencies);
    for (const [name, version] of Object.entries(named))
      expect(packages[`node_modules/${name}`]?.version).toBe(version);
  });

  it('holds a strong hash of every package, and none that runs a script when it is installed', () => {
    expect(all.length).toBeGreaterThan(100);
    expect(all.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([name]) => name)).toEqual([]);
    expect(all.filter(([, { hasInstallScript, link }]) => hasInstallScript || link).map(([name]) => name)).toEqual([]);
  });

  it('holds licences that we may build with, and among what is shipped those that we may ship with', () => {
    const others = all.filter(([, one]) => !(isTool(one) ? TOOLS : SHIPPED).includes(one.license ?? ''));
    expect(others.map(([name, { license }]) => `${name}: ${license}`)).toEqual([]);
  });
});
