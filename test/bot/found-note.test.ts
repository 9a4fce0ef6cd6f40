import { describe, expect, test } from 'vitest';
import { foundNote, readFound } from '../../src/bot/found-note.ts';
import { diagnosis } from '../slack/support/diagnoses.ts';

describe('what a job has found', () => {
  test('is read as it was noted', () => {
    expect(readFound({ verdictTs: '1.3', ...foundNote(diagnosis()) })).toEqual(diagnosis());
  });

  test.each([{}, { verdictTs: '1.3' }, { found: null }, { found: 1 }])('is nothing in %j', (notes) => {
    expect(readFound(notes)).toBeNull();
  });
});
