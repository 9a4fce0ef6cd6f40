import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkBlocks, type Surface } from '../../../src/sandbox/slack/block-limits.ts';

const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const plain = (text: string) => ({ type: 'plain_text', text });
const long = (length: number) => 'x'.repeat(length);
const button = (extra: object = {}) => ({ type: 'button', text: plain('Go'), action_id: 'go', ...extra });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const confirm = { title: plain('Sure?'), text: mrkdwn('It will change.'), confirm: plain('Yes'), deny: plain('No') };
const option = { text: plain('Now'), value: 'now' };
const taskCard = {
  type: 'task_card',
  task_id: '1',
  title: 'Token',
  status: 'complete',
  output: { type: 'rich_text', elements: [] },
};

describe('checkBlocks accepts', () => {
  it.each<[string, object[], Surface]>([
    ['an empty list', [], 'message'],
    ['a section at its limit', [{ type: 'section', text: mrkdwn(long(3000)) }], 'message'],
    ['fields instead of text', [{ type: 'section', fields: [mrkdwn('a')] }], 'message'],
    ['a header at its limit', [{ type: 'header', text: plain(long(150)) }], 'modal'],
    ['a button at its limits', [actions(button({ value: long(2000), confirm }))], 'message'],
    ['a plan', [{ type: 'plan', title: 'Why', tasks: [taskCard] }], 'message'],
    [
      'a menu',
      [actions({ type: 'static_select', action_id: 'a', placeholder: plain('When'), options: [option] })],
      'home',
    ],
    [
      'an input',
      [{ type: 'input', label: plain('Why'), element: { type: 'plain_text_input', action_id: 'a' } }],
      'modal',
    ],
    ['fifty blocks', Array.from({ length: 50 }, () => ({ type: 'divider' })), 'message'],
    ['a hundred blocks in a modal', Array.from({ length: 100 }, () => ({ type: 'divider' })), 'modal'],
  ])('%s', (_, blocks, surface) => {
    expect(checkBlocks(blocks, surface)).toEqual([]);
  });
});

describe('checkBlocks refuses', () => {
  it.each<[string, unknown, Surface, string]>([
    ['what is no list', 'blocks', 'message', '/blocks: must be a list'],
    ['a block that is no object', ['text'], 'message', '/blocks/0: must be an object'],
    ['a type that Slack does not know', [{ type: 'sections' }], 'message', 'unsupported block type "sections"'],
    ['a field that Slack does not know', [{ type: 'divider', colour: 'red' }], 'message', 'unknown field "colour"'],
    ['fifty-one blocks', Array.from({ length: 51 }, () => ({ type: 'divider' })), 'message', '51 items, at most 50'],
    ['a long section', [{ type: 'section', text: mrkdwn(long(3001)) }], 'message', '3001 characters, at most 3000'],
    ['an empty text', [{ type: 'section', text: mrkdwn('') }], 'message', 'must not be empty'],
    ['a section without anything', [{ type: 'section' }], 'message', 'needs text or fields'],
    [
      'eleven fields',
      [{ type: 'section', fields: Array.from({ length: 11 }, () => mrkdwn('a')) }],
      'message',
      '11 items, at most 10',
    ],
    ['a long field', [{ type: 'section', fields: [mrkdwn(long(2001))] }], 'message', '2001 characters, at most 2000'],
    ['markup in a header', [{ type: 'header', text: mrkdwn('a') }], 'message', 'must be plain_text, not mrkdwn'],
    ['a long header', [{ type: 'header', text: plain(long(151)) }], 'message', '151 characters, at most 150'],
    [
      'eleven things in a context',
      [{ type: 'context', elements: Array.from({ length: 11 }, () => mrkdwn('a')) }],
      'message',
      'at most 10',
    ],
    [
      'twenty-six buttons',
      [actions(...Array.from({ length: 26 }, (_, n) => button({ action_id: `${n}` })))],
      'message',
      '26 items, at most 25',
    ],
    ['a long button', [actions(button({ text: plain(long(76)) }))], 'message', '76 characters, at most 75'],
    ['a long value', [actions(button({ value: long(2001) }))], 'message', '2001 characters, at most 2000'],
    ['a style that is none', [actions(button({ style: 'green' }))], 'message', 'must be primary or danger'],
    [
      'a long confirm title',
      [actions(button({ confirm: { ...confirm, title: plain(long(101)) } }))],
      'message',
      '101 characters, at most 100',
    ],
    [
      'a long confirm text',
      [actions(button({ confirm: { ...confirm, text: plain(long(301)) } }))],
      'message',
      '301 characters, at most 300',
    ],
    ['two elements of one name', [actions(button(), button())], 'message', 'action_id "go" is used twice'],
    [
      'two blocks of one name',
      [
        { type: 'divider', block_id: 'a' },
        { type: 'divider', block_id: 'a' },
      ],
      'message',
      'block_id "a" is used twice',
    ],
    [
      'a menu without options',
      [actions({ type: 'static_select', action_id: 'a', options: [] })],
      'message',
      'at least 1 needed',
    ],
    [
      'six entries in an overflow',
      [actions({ type: 'overflow', action_id: 'a', options: Array.from({ length: 6 }, () => option) })],
      'message',
      'at most 5',
    ],
    [
      'a type within an option',
      [actions({ type: 'static_select', action_id: 'a', options: [{ ...option, url: 'u', name: 'n' }] })],
      'message',
      'unknown field "name"',
    ],
    [
      'a plan and a task card side by side',
      [{ type: 'plan', title: 'Why' }, taskCard],
      'message',
      'exclude each other',
    ],
    ['a status that is none', [{ ...taskCard, status: 'completed' }], 'message', 'unknown status "completed"'],
    ['an output that is text', [{ ...taskCard, output: 'done' }], 'message', 'must be a rich_text block'],
    ['a plan in a modal', [{ type: 'plan', title: 'Why' }], 'modal', 'plan is not allowed in a modal'],
    [
      'two tables',
      [
        { type: 'table', rows: [[{}]] },
        { type: 'table', rows: [[{}]] },
      ],
      'message',
      'only one table',
    ],
    [
      'a table of 21 columns',
      [{ type: 'table', rows: [Array.from({ length: 21 }, () => ({}))] }],
      'message',
      '21 items, at most 20',
    ],
    [
      'an image without words',
      [{ type: 'image', image_url: 'https://example.com/a.png' }],
      'message',
      'alt_text: is missing',
    ],
    [
      'more text than a message takes',
      Array.from({ length: 4 }, () => ({ type: 'section', text: mrkdwn(long(2900)) })),
      'message',
      '11600 characters of text',
    ],
  ])('%s', (_, blocks, surface, problem) => {
    expect(checkBlocks(blocks, surface).join('\n')).toContain(problem);
  });
});

it('says where the trouble is', () => {
  const blocks = [{ type: 'divider' }, actions(button(), { ...button({ action_id: 'b' }), value: long(2001) })];
  expect(checkBlocks(blocks, 'message')).toEqual([
    '/blocks/1/elements/1/value: 2001 characters, at most 2000 are allowed',
  ]);
});

it('never throws, whatever it is given', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      expect(Array.isArray(checkBlocks([value], 'message'))).toBe(true);
      expect(Array.isArray(checkBlocks(value, 'home'))).toBe(true);
    }),
  );
});
