/** How the browser of the pictures is started, the same for the tool and the test. */
export const LAUNCH = {
  chromiumSandbox: process.getuid?.() !== 0,
  args: ['--disable-gpu', '--force-color-profile=srgb', '--hide-scrollbars'],
};
