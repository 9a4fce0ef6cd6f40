import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMessage } from '../../src/intake/parse-message.ts';
import { textOfSlackMessage } from '../../src/intake/slack-text.ts';

const IMAGE = '210987654321.dkr.ecr.eu-west-1.amazonaws.com/shop/cart:1.4.2';

describe('textOfSlackMessage', () => {
  it.each([
    ['person-rich-text', 'ecs'],
    ['chatbot-cloudwatch', 'ecs'],
    ['datadog-monitor', 'kubernetes'],
    ['alertmanager', 'kubernetes'],
    ['argo-cd', 'kubernetes'],
    ['github-actions', 'docker'],
  ])('finds the failure in %s', (name, platform) => {
    const text = textOfSlackMessage(fixture(name));
    const { isPullFailure, image, symptom, platform: read } = readMessage(text);
    expect({ isPullFailure, image: image?.text, symptom: symptom?.kind, platform: read }).toEqual({
      isPullFailure: true,
      image: IMAGE,
      symptom: 'not_found',
      platform,
    });
  });

  it('prefers what a person typed to the copy with links', () => {
    expect(textOfSlackMessage(fixture('person-rich-text'))).toBe(
      `checkout does not come up \nCannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref ${IMAGE}: ${IMAGE}: not found\nsince this morning`,
    );
  });

  it('takes the fallback of an attachment that has nothing else', () => {
    expect(textOfSlackMessage({ text: '', attachments: [{ fallback: 'only this' }] })).toBe('only this');
    expect(textOfSlackMessage({ attachments: [{ fallback: 'not this', text: 'this' }] })).toBe('this');
  });

  it('reads the message that an edit brought', () => {
    const edited = {
      type: 'message',
      subtype: 'message_changed',
      message: { text: 'new words' },
      previous_message: { text: 'old words' },
    };
    expect(textOfSlackMessage(edited)).toBe('new words');
  });

  it.each([
    [undefined],
    [null],
    [''],
    [42],
    [[]],
    [{}],
    [{ text: 5 }],
    [{ blocks: 'x' }],
    [{ blocks: [null, 1, [], { type: 'rich_text' }] }],
    [{ attachments: [null, 'x', { fields: {} }] }],
  ])('finds no words in %j', (message) => {
    expect(textOfSlackMessage(message)).toBe('');
  });

  it('takes any shape without throwing', () => {
    fc.assert(
      fc.property(fc.anything(), (message) => {
        expect(typeof textOfSlackMessage({ text: message, blocks: [message], attachments: [message] })).toBe('string');
        expect(typeof textOfSlackMessage(message)).toBe('string');
      }),
    );
  });

  it('does not follow a nesting without end', () => {
    const block: Record<string, unknown> = { text: 'deep' };
    block['blocks'] = [block];
    expect(textOfSlackMessage({ blocks: [block] })).toContain('deep');
  });
});

function fixture(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../fixtures/messages/${name}.json`, import.meta.url), 'utf8'));
}
