import type { Button, ConfirmationDialog } from '@slack/types';
import { plainLine } from './text.ts';

interface ButtonLook {
  readonly id: string;
  /** Verb and object. Slack shows about 30 characters and takes 75. */
  readonly text: string;
  /** An id to look up, never something to act on. */
  readonly value: string;
  readonly style?: 'primary' | 'danger';
  /** What a screen reader says instead of `text`. */
  readonly label?: string;
  readonly confirm?: ConfirmationDialog;
}

/** A button within Slack's limits. */
export function button({ id, text, value, style, label, confirm }: ButtonLook): Button {
  return {
    type: 'button',
    action_id: id,
    text: { type: 'plain_text', text: plainLine(text, 75) },
    value,
    ...(style === undefined ? {} : { style }),
    ...(label === undefined ? {} : { accessibility_label: plainLine(label, 75) }),
    ...(confirm === undefined ? {} : { confirm }),
  };
}

/** A question before a click counts, with what it will do. */
export function confirmation(title: string, text: string, yes: string): ConfirmationDialog {
  return {
    title: { type: 'plain_text', text: plainLine(title, 100) },
    text: { type: 'plain_text', text: plainLine(text, 300) },
    confirm: { type: 'plain_text', text: plainLine(yes, 30) },
    deny: { type: 'plain_text', text: 'Cancel' },
  };
}
