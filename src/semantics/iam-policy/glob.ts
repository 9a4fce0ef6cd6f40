/** `*`: any run of characters, none included. */
export const ANY_RUN: unique symbol = Symbol('*');
/** `?`: exactly one character. */
export const ANY_ONE: unique symbol = Symbol('?');

/** One character that stands for itself, or a wildcard. */
export type GlobToken = string | typeof ANY_RUN | typeof ANY_ONE;

export function literalTokens(text: string): readonly GlobToken[] {
  return text.split('');
}

export function wildcardTokens(text: string): readonly GlobToken[] {
  return text.split('').map(wildcardToken);
}

export function wildcardToken(character: string): GlobToken {
  if (character === '*') return ANY_RUN;
  return character === '?' ? ANY_ONE : character;
}

/** The text that a pattern without wildcards stands for. */
export function plainText(pattern: readonly GlobToken[]): string {
  return pattern.filter((token) => typeof token === 'string').join('');
}

/** Whether the pattern matches every text there is. */
export function matchesEverything(pattern: readonly GlobToken[]): boolean {
  return pattern.length > 0 && pattern.every((token) => token === ANY_RUN);
}

/**
 * Whether the whole text matches. Only the last `*` is ever reconsidered, because an earlier one can gain nothing by
 * taking more: the work is bounded by pattern × text, and grows linearly for a pattern of one piece.
 */
export function matchesGlob(pattern: readonly GlobToken[], text: string): boolean {
  let inPattern = 0;
  let inText = 0;
  let lastRun = -1;
  let lastRunEnd = 0;
  while (inText < text.length) {
    const token = pattern[inPattern];
    if (token === ANY_RUN) {
      lastRun = inPattern;
      lastRunEnd = inText;
      inPattern += 1;
    } else if (token === ANY_ONE || (token !== undefined && token === text[inText])) {
      inPattern += 1;
      inText += 1;
    } else if (lastRun >= 0) {
      lastRunEnd += 1;
      inText = lastRunEnd;
      inPattern = lastRun + 1;
    } else {
      return false;
    }
  }
  while (pattern[inPattern] === ANY_RUN) inPattern += 1;
  return inPattern === pattern.length;
}
