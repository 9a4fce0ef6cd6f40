import { expect, it } from 'vitest';
import { fillTemplate } from '../../src/lib/fill-template.ts';

it.each([
  ['{{a}} and {{b}}', { a: '1', b: '2' }, '1 and 2'],
  ['{{a}}{{a}}', { a: 'x' }, 'xx'],
  ['{{missing}} stays to be seen', {}, '{{missing}} stays to be seen'],
  ['a value is not a template: {{a}}', { a: '{{b}}', b: 'no' }, 'a value is not a template: {{b}}'],
  ['a dollar is a dollar: {{a}}', { a: '$&' }, 'a dollar is a dollar: $&'],
])('%s', (template, values, filled) => {
  expect(fillTemplate(template, values)).toBe(filled);
});
