import type { Gap } from '../../src/domain/evidence.ts';
import type { FactName, Facts, FactSource, Learned } from '../../src/domain/facts.ts';

export const aGap = (fact: FactName, parts: Partial<Gap> = {}): Gap => ({
  fact,
  reason: 'denied',
  action: 'ecr:DescribeImages',
  account: '123456789012',
  region: 'us-east-1',
  role: 'arn:aws:iam::123456789012:role/EcrWhyRead',
  self: null,
  ...parts,
});

/** A source that knows what it is given; asking for more is a mistake of the test, or a check that asks too much. */
export class FakeFactSource implements FactSource {
  readonly asked: FactName[] = [];
  readonly #facts: Partial<Facts>;
  readonly #gaps: readonly Gap[];

  constructor(facts: Partial<Facts>, gaps: readonly Gap[] = []) {
    this.#facts = facts;
    this.#gaps = gaps;
  }

  learn<Name extends FactName>(name: Name): Promise<Learned<Name>> {
    this.asked.push(name);
    const gap = this.#gaps.find(({ fact }) => fact === name);
    if (gap !== undefined) return Promise.resolve({ known: false, gap });
    const value = this.#facts[name];
    if (value === undefined) return Promise.reject(new Error(`nobody told the fake source about ${name}`));
    return Promise.resolve({
      known: true,
      value,
      evidence: [
        {
          action: 'ecr:Fake',
          place: { account: '123456789012', region: 'us-east-1' },
          subject: name,
          observed: 'said so',
          at: '2026-03-03T03:00:01.000Z',
        },
      ],
    });
  }
}
