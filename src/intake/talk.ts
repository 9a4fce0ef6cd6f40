import { says, saysAny, type MessageText } from './message-text.ts';

/** Wordings of somebody who explains, warns or asks. With nothing concrete beside them, nothing happened. */
const TALK = [
  'will yield',
  'will fail with',
  'would fail with',
  'will result in',
  '会导致',
  '會導致',
  'will see',
  'see errors like',
  'get errors like',
  'may see',
  'might see',
  'could see',
  'may get',
  'might get',
  'may encounter',
  'might encounter',
  'can encounter',
  'may fail with',
  'can fail with',
  'may occur',
  'errors including',
  'errors such as',
  'if you see',
  'if you get',
  'if you encounter',
  'if error',
  'how do i',
  'how do we',
  'what does',
  'what is the difference',
  'usually means',
  'typically means',
  'typically indicates',
  'usually indicates',
  'may mean',
  'can mean',
  'is most likely to',
  'most commonly received when',
  'what is the most likely',
  'will appear',
  'should fail',
  'leading to the error',
  'warning signs',
  'when to use',
  'look for:',
  'common error messages',
  'surfaces as',
  'containing "',
];

/** Reasons why a task of ECS stops: a task stops for one, a guide lists them. */
const STOP_REASONS = [
  'CannotPullContainerError',
  'ResourceInitializationError',
  'OutOfMemory',
  'Essential container',
  'health check',
  'CannotStartContainerError',
];
const FEWEST_OF_A_LIST = 3;
const FEWEST_EXPLAINED = 2;

/** Whether a text explains, warns or asks, rather than reports. */
export function isTalk(message: MessageText): boolean {
  return (
    saysAny(message, TALK) ||
    STOP_REASONS.filter((reason) => says(message, reason)).length >= FEWEST_OF_A_LIST ||
    EXPLAINED.some((shape) => (message.flat.match(shape) ?? []).length >= FEWEST_EXPLAINED) ||
    (message.flat.match(QUOTED_ALONE) ?? []).length >= FEWEST_OF_A_LIST ||
    (message.flat.match(LINK_WITHIN) ?? []).length >= FEWEST_EXPLAINED
  );
}

/** How an entry of a list says what an error means: the error as code or in quotes, and its explanation. */
const EXPLAINED = [
  // Behind a dash, a colon, or in the next cell.
  /^ ?[*_]{0,2}`[^`\n]{3,200}`[*_]{0,2} ?(?:[-\u2013\u2014:\uff1a\u2192|]|->) ?[^\s`]/gm,
  // Behind an arrow, in the same line or in the next.
  /[`"] ?\n? ?(?:\u2192|=>|->) ?[A-Za-z]/g,
];

/** An entry of a list that is one quoted wording and nothing else: what somebody looks for. */
const QUOTED_ALONE = /^ ?["'][^"'\n]{3,120}["'] ?,? ?$/gm;

/** An entry of a table of contents. */
const LINK_WITHIN = /\]\(#[\w.-]/g;
