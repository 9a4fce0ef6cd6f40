import { Icon, type IconName } from '../parts/icons.tsx';

/**
 * The emoji that say how things stand. They are drawn, so that they look the same everywhere, also where no font has
 * emoji; `word` is what a screen reader says.
 */
const SIGNS: Readonly<Record<string, { readonly icon: IconName; readonly tone: string; readonly word: string }>> = {
  white_check_mark: { icon: 'check', tone: 'good', word: 'good' },
  x: { icon: 'cross', tone: 'bad', word: 'bad' },
  warning: { icon: 'alert', tone: 'caution', word: 'warning' },
  information_source: { icon: 'info', tone: 'note', word: 'note' },
  eyes: { icon: 'eye', tone: 'note', word: 'looking' },
  mag: { icon: 'search', tone: 'note', word: 'looking' },
  hourglass_flowing_sand: { icon: 'halves', tone: 'note', word: 'in progress' },
  lock: { icon: 'lock', tone: 'note', word: 'locked' },
};

const CHARACTERS: Readonly<Record<string, string>> = {
  '✅': 'white_check_mark',
  '❌': 'x',
  '⚠️': 'warning',
  ℹ️: 'information_source',
  '👀': 'eyes',
  '🔍': 'mag',
  '⏳': 'hourglass_flowing_sand',
  '🔒': 'lock',
};

const OTHERS: Readonly<Record<string, string>> = {
  heavy_check_mark: '✔',
  no_entry: '⛔',
  rotating_light: '🚨',
  red_circle: '🔴',
  large_green_circle: '🟢',
  large_yellow_circle: '🟡',
  white_circle: '⚪',
  hourglass: '⌛',
  stopwatch: '⏱',
  wrench: '🔧',
  bulb: '💡',
  key: '🔑',
  package: '📦',
  memo: '📝',
  link: '🔗',
  bell: '🔔',
  no_bell: '🔕',
  question: '❓',
  arrow_right: '→',
  leftwards_arrow_with_hook: '↩',
  repeat: '🔁',
  robot_face: '🤖',
  wave: '👋',
  thumbsup: '👍',
  '+1': '👍',
  thumbsdown: '👎',
  '-1': '👎',
  tada: '🎉',
  shield: '🛡',
  label: '🏷',
  wastebasket: '🗑',
  heavy_minus_sign: '–',
};

export function Emoji({ name }: { readonly name: string }) {
  const sign = SIGNS[name];
  if (sign === undefined) return OTHERS[name] ?? `:${name}:`;
  return (
    <span className={`sign sign-${sign.tone}`} role="img" aria-label={sign.word}>
      <Icon name={sign.icon} size={14} />
    </span>
  );
}

const IN_TEXT = new RegExp(`(${Object.keys(CHARACTERS).join('|')})`);

/** A text in which the emoji that are signs are drawn as such. */
export function TextWithSigns({ text }: { readonly text: string }) {
  return text.split(IN_TEXT).map((part, index) => {
    const name = CHARACTERS[part];
    return name === undefined ? part : <Emoji key={index} name={name} />;
  });
}

/** A text in which emoji are written by name, between colons. */
export function TextWithNames({ text }: { readonly text: string }) {
  return text.split(/(:[a-z0-9_+-]+:)/).map((part, index) => {
    const name = /^:([a-z0-9_+-]+):$/.exec(part)?.[1];
    return name === undefined ? <TextWithSigns key={index} text={part} /> : <Emoji key={index} name={name} />;
  });
}
