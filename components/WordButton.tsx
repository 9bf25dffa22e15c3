import { Icon, type IconName } from './icons';

interface Props {
  icon: IconName;
  label: string;
  /** What a tooltip adds; without it, the label. */
  title?: string;
  /** Drawn as switched on. */
  on?: boolean;
  filled?: boolean;
  expanded?: boolean;
  pressed?: boolean;
  /** Does nothing now, but is found by the keyboard, and its title says why. */
  unavailable?: boolean;
  onClick: () => void;
}

/** A sign and a word. Where the line is short the sign stands alone, with the word as its name and tooltip. */
export const WordButton = ({
  icon,
  label,
  title,
  on,
  filled = false,
  expanded,
  pressed,
  unavailable,
  onClick,
}: Props) => (
  <button
    type="button"
    class={on ? 'button button-on' : 'button'}
    aria-label={label}
    aria-expanded={expanded}
    aria-pressed={pressed}
    aria-disabled={unavailable}
    title={title ?? label}
    onClick={() => !unavailable && onClick()}
  >
    <Icon name={icon} filled={filled} />
    <span class="word">{label}</span>
  </button>
);
