/** One measured claim. */
export interface Line {
  what: string;
  measured: string;
  target?: string;
  /** Whether the target is met; absent where there is none. */
  good?: boolean;
}

export interface Section {
  title: string;
  /** How it was measured, in a sentence or two. */
  how: string;
  lines: Line[];
}

export function toMarkdown(sections: readonly Section[]): string {
  return sections
    .map(({ title, how, lines }) =>
      [
        `## ${title}`,
        '',
        how,
        '',
        '| what | measured | target | |',
        '| --- | --- | --- | --- |',
        ...lines.map(
          ({ what, measured, target = '', good }) =>
            `| ${what} | ${measured} | ${target} | ${good === undefined ? '' : good ? 'met' : 'MISSED'} |`,
        ),
        '',
      ].join('\n'),
    )
    .join('\n');
}

/** A factor as one reads it: "2.4 x", "310 x". */
export const times = (factor: number): string => `${factor < 10 ? factor.toFixed(2) : Math.round(factor)} x`;
export const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
