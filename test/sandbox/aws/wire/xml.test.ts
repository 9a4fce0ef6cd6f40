import { describe, expect, it } from 'vitest';
import { element } from '../../../../src/sandbox/aws/wire/xml.ts';

describe('element', () => {
  it.each([
    ['text, escaped', 'a <b> & "c"', '<x>a &lt;b&gt; &amp; &quot;c&quot;</x>'],
    ['numbers and booleans', { a: 0, b: false }, '<x><a>0</a><b>false</b></x>'],
    ['lists', ['a', { b: 1 }], '<x><item>a</item><item><b>1</b></item></x>'],
    ['an empty list', { list: [] }, '<x><list></list></x>'],
    ['what is absent, as nothing', { a: undefined, b: null, c: '' }, '<x><c></c></x>'],
  ])('writes %s', (_, value, expected) => {
    expect(element('x', value, 'item')).toBe(expected);
  });
});
