import { describe, expect, it } from 'vitest';
import { DIALECTS } from '../../src/intake/dialects.ts';
import { IMAGE_FRAMES } from '../../src/intake/image-frames.ts';
import { readMessage } from '../../src/intake/parse-message.ts';
import { SIGNATURES } from '../../src/intake/signatures.ts';
import { SAMPLES } from './samples/samples.ts';

const DIALECT_MARKS = DIALECTS.flatMap(({ platform, failures, marks }) =>
  [...failures, ...marks].map(({ wording }) => ({ platform, wording })),
);

describe('every row of the tables', () => {
  it.each(SIGNATURES)('$kind is read from: $wording', ({ kind, wording }) => {
    expect(readMessage(`CannotPullContainerError: pull failed: ${wording} `).symptom?.kind).toBe(kind);
  });

  it.each(SIGNATURES.filter(({ provesPull }) => provesPull))(
    'proves a failed pull by itself: $wording',
    ({ wording }) => {
      expect(readMessage(`16:02 ${wording} 17`).isPullFailure).toBe(true);
    },
  );

  it.each(SIGNATURES.filter(({ provesPull }) => !provesPull))('proves nothing by itself: $wording', ({ wording }) => {
    expect(readMessage(`The database said ${wording} today`).isPullFailure).toBe(false);
  });

  it.each(DIALECT_MARKS)('$platform is recognised by: $wording', ({ platform, wording }) => {
    expect(readMessage(`${wording} `).platform).toBe(platform);
  });

  it('names its source, and stands once', () => {
    const rows = [
      ...SIGNATURES,
      ...IMAGE_FRAMES,
      ...DIALECTS.flatMap(({ failures, marks }) => [...failures, ...marks]),
    ];
    expect(rows.filter(({ source }) => source.trim() === '')).toEqual([]);
    const wordings = SIGNATURES.map(({ wording }) => wording.toLowerCase());
    expect(wordings.filter((wording, at) => wordings.indexOf(wording) !== at)).toEqual([]);
  });

  it.each([...new Set(DIALECTS.map(({ platform }) => platform))])('%s has a sample', (platform) => {
    expect(platform === 'unknown' || SAMPLES.some((sample) => sample.platform === platform)).toBe(true);
  });

  it.each([...new Set(SIGNATURES.map(({ kind }) => kind))])('%s has a sample', (kind) => {
    expect(kind === 'throttled' || SAMPLES.some((sample) => sample.symptom === kind)).toBe(true);
  });
});
