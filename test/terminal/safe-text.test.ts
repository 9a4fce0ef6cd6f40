import { expect, it } from 'vitest';
import { safeText } from '../../src/terminal/safe-text.ts';

it.each([
  ['plain text\nwith lines\tand tabs', 'plain text\nwith lines\tand tabs'],
  ['\u001b[2J\u001b]0;title\u0007', '�[2J�]0;title�'],
  ['carriage\rreturn', 'carriage�return'],
  ['\u009b31m', '�31m'],
])('%j', (text, safe) => {
  expect(safeText(text)).toBe(safe);
});
