import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeCommandText, composeMessage } from '../../../../src/sandbox/slack/people/compose.ts';
import { BEN, BOT_USER_ID, DEMO_WORKSPACE, PLATFORM_ONCALL } from '../../../../src/sandbox/slack/workspace.ts';

const HOST = '111122223333.dkr.ecr.us-east-1.amazonaws.com';
const textOf = (typed: string) => composeMessage(typed, DEMO_WORKSPACE).text;
const elementsOf = (typed: string) => composeMessage(typed, DEMO_WORKSPACE).blocks[0]?.['elements'];

describe('the text that an app receives', () => {
  it.each([
    ['a <b> & c', 'a &lt;b&gt; &amp; c'],
    [`pull ${HOST}/app:v1, please`, `pull <http://${HOST}/app:v1|${HOST}/app:v1>, please`],
    [`dial tcp ${HOST}:443: i/o timeout`, `dial tcp <http://${HOST}:443|${HOST}:443>: i/o timeout`],
    [`"${HOST}/app:v1": not found`, `"<http://${HOST}/app:v1|${HOST}/app:v1>": not found`],
    ['see https://example.com/a?b=1&c=2.', 'see <https://example.com/a?b=1&amp;c=2>.'],
    ['@ben and @nobody', `<@${BEN.id}> and @nobody`],
    ['@ecr-why why', `<@${BOT_USER_ID}> why`],
    ['@platform-oncall help', `<!subteam^${PLATFORM_ONCALL.id}> help`],
    ['<!channel> is not @here', '&lt;!channel&gt; is not <!here>'],
    [`\`${HOST}/app\``, `\`${HOST}/app\``],
    ['before\n```\nlog & line\n```\nafter', 'before\n```log &amp; line```\nafter'],
  ])('%j', (typed, text) => {
    expect(textOf(typed)).toBe(text);
  });
});

it('keeps pasted logs in a preformatted element', () => {
  expect(elementsOf('```\nfailed: not found\n```')).toEqual([
    { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'failed: not found' }] },
  ]);
});

it('links hosts of slash commands, and leaves mentions as they were typed', () => {
  expect(composeCommandText(`why ${HOST}/app:1 @ben`)).toBe(`why <http://${HOST}/app:1|${HOST}/app:1> @ben`);
});

it('loses nothing of what was typed, and lets nobody forge markup', () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      const text = composeCommandText(typed);
      const readBack = text
        .replace(/<([^|>]+)(?:\|([^>]*))?>/g, (_, url: string, label?: string) => label ?? url)
        .replace(/&(amp|lt|gt);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>' })[name] ?? '');
      expect(readBack).toBe(typed);
    }),
  );
});
