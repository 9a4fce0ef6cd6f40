import { checkBlocks } from './block-limits.ts';
import { checkOptionalText, checkString, checkText, type Problems } from './element-limits.ts';
import { isObject, textIn } from './wire.ts';

/** The size of a view above which Slack answers `view_too_large`. docs.slack.dev, "views.open" */
export const MOST_VIEW_BYTES = 250_000;

/** What Slack would refuse in this view, one sentence each; empty when it would take it. */
export function checkView(view: unknown): Problems {
  if (!isObject(view)) return ['/view: must be an object'];
  if (view['type'] === 'home') return checkBlocks(view['blocks'], 'home');
  if (view['type'] !== 'modal') return [`/view/type: must be modal or home, not ${textIn(view, 'type')}`];
  const short = { most: 24, plainOnly: true };
  const hasInput =
    Array.isArray(view['blocks']) && view['blocks'].some((block) => isObject(block) && block['type'] === 'input');
  return [
    ...checkText(view['title'], short, '/view/title'),
    ...checkOptionalText(view['submit'], short, '/view/submit'),
    ...checkOptionalText(view['close'], short, '/view/close'),
    ...(hasInput && view['submit'] === undefined ? ['/view/submit: is required when there is an input block'] : []),
    ...checkString(view['private_metadata'], 3_000, '/view/private_metadata'),
    ...checkString(view['callback_id'], 255, '/view/callback_id'),
    ...checkBlocks(view['blocks'], 'modal'),
  ];
}
