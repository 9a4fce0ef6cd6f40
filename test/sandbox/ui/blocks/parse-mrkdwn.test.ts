import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMrkdwn, type Inline } from '../../../../src/sandbox/ui/blocks/parse-mrkdwn.ts';

const text = (words: string): Inline => ({ kind: 'text', text: words });

describe('parseMrkdwn', () => {
  it.each<[string, readonly Inline[]]>([
    ['plain &lt;b&gt; &amp;amp;', [text('plain <b> &amp;')]],
    ['a *b* c', [text('a '), { kind: 'bold', children: [text('b')] }, text(' c')]],
    [
      '*`app`* is _gone_',
      [
        { kind: 'bold', children: [{ kind: 'code', text: 'app' }] },
        text(' is '),
        { kind: 'italic', children: [text('gone')] },
      ],
    ],
    ['snake_case_name and 2*3*4', [text('snake_case_name and 2*3*4')]],
    ['`<@U1> *b*`', [{ kind: 'code', text: '<@U1> *b*' }]],
    ['<https://a.example/x|the page>', [{ kind: 'link', url: 'https://a.example/x', label: 'the page' }]],
    [
      '<@U1> <#C1|ops> <!subteam^S1> <!here>',
      [
        { kind: 'user', id: 'U1' },
        text(' '),
        { kind: 'channel', id: 'C1' },
        text(' '),
        { kind: 'group', id: 'S1' },
        text(' '),
        { kind: 'broadcast', id: 'here' },
      ],
    ],
    ['<!date^1700000000^{time}|soon>', [{ kind: 'date', unix: 1_700_000_000, format: '{time}', fallback: 'soon' }]],
    [':x: at 10:20:30', [{ kind: 'emoji', name: 'x' }, text(' at 10:20:30')]],
    ['```a\n&gt; b <http://c.example|c.example>```', [{ kind: 'pre', text: 'a\n> b c.example' }]],
    ['&gt; said\n&gt; twice\nanswer', [{ kind: 'quote', children: [text('said\ntwice')] }, text('answer')]],
  ])('%j', (source, nodes) => {
    expect(parseMrkdwn(source)).toEqual(nodes);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (source) => {
        expect(Array.isArray(parseMrkdwn(source))).toBe(true);
      }),
    );
  });
});
