import type { ModalView } from '@slack/types';
import type { Drawn } from './drawn.ts';

/** A few words to one person where there is no channel to say them in. */
export function drawNotice({ blocks }: Drawn): ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: 'ecr-why' },
    close: { type: 'plain_text', text: 'Close' },
    blocks,
  };
}
