import axe, { type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

declare const window: { axe?: typeof axe };

/** Targets of 24 pixels (WCAG 2.2, 2.5.8): a rule of the level we hold, which axe leaves off unless asked. */
const TARGETS: RunOptions['rules'] = { 'target-size': { enabled: true } };

/**
 * What axe objects to on a surface, in words; nothing where all is well. It is put into the page once, and the page may forbid scripts: the
 * browser's own tools put it there.
 */
export async function objections(surface: Page, options: RunOptions = {}): Promise<string[]> {
  if (!(await surface.evaluate(() => 'axe' in window))) await surface.evaluate(axe.source);
  const { violations } = await surface.evaluate(
    (asked) => window.axe!.run({ ...asked, resultTypes: ['violations'] }),
    options.runOnly ? options : { ...options, rules: { ...TARGETS, ...options.rules } },
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${target.join(' ')}: ${failureSummary}`),
  );
}

/** Of all rules, these. */
export const onlyRules = (...rules: string[]): RunOptions => ({ runOnly: { type: 'rule', values: rules } });
