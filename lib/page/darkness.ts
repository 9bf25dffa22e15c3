/** Whether the page is written light on dark, by the first background behind its text that is not see-through. */
export function isDarkPage(): boolean {
  for (const element of [document.body, document.documentElement]) {
    const background = element && getComputedStyle(element).backgroundColor;
    const [red = 0, green = 0, blue = 0, alpha = 1] = (background?.match(/[\d.]+/g) ?? ['0', '0', '0', '0']).map(
      Number,
    );
    // Perceived lightness of sRGB, 0 to 255 (ITU-R BT.601).
    if (alpha > 0.5) return 0.299 * red + 0.587 * green + 0.114 * blue < 110;
  }
  // The browser's own canvas, which follows the page's colour scheme.
  const scheme = getComputedStyle(document.documentElement).colorScheme;
  return /dark/.test(scheme) && (!/light/.test(scheme) || matchMedia('(prefers-color-scheme: dark)').matches);
}
