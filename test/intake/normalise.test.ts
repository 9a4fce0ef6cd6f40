import { describe, expect, it } from 'vitest';
import { normalise } from '../../src/intake/normalise.ts';

describe('normalise', () => {
  it.each([
    [
      'a link of Slack with a label',
      'pull <http://a.example.com/x:1|a.example.com/x:1> now',
      'pull a.example.com/x:1 now',
    ],
    ['a link of Slack without one', 'Get <https://a.example.com/v2/>: EOF', 'Get https://a.example.com/v2/: EOF'],
    ['a mention', '<@U012> <!channel> look', '    look'],
    ['escaped signs', 'a &lt;b&gt; &amp;&amp; c', 'a <b> && c'],
    ['signs escaped once only', '&amp;lt;b', '&lt;b'],
    ['a placeholder', 'pull <account>.dkr', 'pull <account>.dkr'],
    ['HTML', '<blockquote>a<br/>b</blockquote><code>c</code>', '\na\nb\nc'],
    ['JSON', 'say \\"a\\"\\nb\\u003cc', 'say "a"\nb<c'],
    ['JSON in JSON', 'say \\\\\\"a\\\\\\"\\\\nb', 'say "a"\nb'],
    ['a Markdown link', 'Get [https://a/v2/](https://a/v2/): EOF', 'Get https://a/v2/: EOF'],
    ['quotes and bullets', '> > a\n- b\n3. c\n# d\n> ', 'a\nb\nc\nd\n'],
    ['borders', '│ a │ b │', '\n a \n b \n'],
    ['curly quotes', '“a” ‘b’', '"a" \'b\''],
    ['invisible characters', 'a\u200bb\u00a0c', 'ab c'],
    [
      'lines cut at one column',
      `${'x'.repeat(30)}\n${'y'.repeat(30)}\n${'z'.repeat(30)}\nend`,
      `${'x'.repeat(30)}${'y'.repeat(30)}${'z'.repeat(30)}end`,
    ],
    [
      'two lines that are equally long by chance',
      `${'x'.repeat(30)}\n${'y'.repeat(30)}\nend`,
      `${'x'.repeat(30)}\n${'y'.repeat(30)}\nend`,
    ],
    [
      'log lines that are equally long',
      `2026-11-20T10:00:00Z aaaa\n2026-11-20T10:00:01Z bbbb\n2026-11-20T10:00:02Z cccc\nx`,
      `2026-11-20T10:00:00Z aaaa\n2026-11-20T10:00:01Z bbbb\n2026-11-20T10:00:02Z cccc\nx`,
    ],
  ])('undoes %s', (_, text, plain) => {
    expect(normalise(text)).toBe(plain);
  });
});
