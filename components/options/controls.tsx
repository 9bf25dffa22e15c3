import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useChosen } from '../use-chosen';

interface RowProps {
  title: string;
  hint?: string | undefined;
  /** Below the title instead of beside it: for what needs the width. */
  below?: boolean;
  children: ComponentChildren;
}

/** One setting: what it is called, what it does, and the control. */
export function Row({ title, hint, below, children }: RowProps) {
  return (
    <div class={below ? 'opt-row opt-row-below' : 'opt-row'}>
      <div class="opt-words">
        <p class="opt-title">{title}</p>
        {hint && <p class="opt-hint">{hint}</p>}
      </div>
      <div class="opt-control">{children}</div>
    </div>
  );
}

interface SegmentsProps<T extends string | number> {
  label: string;
  choices: readonly T[];
  value: T;
  labelOf: (choice: T) => string;
  onChange: (choice: T) => void;
}

/** A few short choices side by side. */
export function Segments<T extends string | number>({ label, choices, value, labelOf, onChange }: SegmentsProps<T>) {
  const name = useId();
  const [chosen, choose] = useChosen(value, onChange);
  return (
    <fieldset class="segments">
      <legend class="hidden">{label}</legend>
      {choices.map((choice) => (
        <label key={choice} class="segment">
          <input type="radio" name={name} checked={choice === chosen} onChange={() => choose(choice)} />
          <span>{labelOf(choice)}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface RadiosProps<T extends string> extends SegmentsProps<T> {
  hintOf: (choice: T) => string;
  /** What belongs to a choice that is made. */
  more?: (choice: T) => ComponentChildren;
}

/** Choices that need a sentence each, one below the other. */
export function Radios<T extends string>({ label, choices, value, labelOf, hintOf, more, onChange }: RadiosProps<T>) {
  const name = useId();
  const [chosen, choose] = useChosen(value, onChange);
  return (
    <fieldset class="radios">
      <legend class="hidden">{label}</legend>
      {choices.map((choice) => (
        <div key={choice} class="radio">
          <label>
            <input
              type="radio"
              name={name}
              checked={choice === chosen}
              aria-describedby={`${name}-${choice}`}
              onChange={() => choose(choice)}
            />
            <span class="radio-label">{labelOf(choice)}</span>
          </label>
          <p class="opt-hint" id={`${name}-${choice}`}>
            {hintOf(choice)}
          </p>
          {choice === chosen && more?.(choice)}
        </div>
      ))}
    </fieldset>
  );
}

/** On or off. */
export function Switch({ label, on, onChange }: { label: string; on: boolean; onChange: (on: boolean) => void }) {
  const [chosen, choose] = useChosen(on, onChange);
  return (
    <input
      class="switch"
      type="checkbox"
      role="switch"
      aria-label={label}
      checked={chosen}
      aria-checked={chosen}
      onChange={(event) => choose(event.currentTarget.checked)}
    />
  );
}
