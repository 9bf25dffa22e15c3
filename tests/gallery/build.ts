import preact from '@preact/preset-vite';
import { build } from 'vite';

/** Where the built gallery lies; nothing of it is in the extension. */
export const GALLERY = '.output/gallery';

/** Builds the gallery: one page of the project's own components. */
export async function buildGallery(): Promise<void> {
  await build({
    configFile: false,
    root: 'tests/gallery',
    base: './',
    logLevel: 'warn',
    plugins: [preact()],
    build: { outDir: `../../${GALLERY}`, emptyOutDir: true, target: 'esnext', minify: false },
  });
}
