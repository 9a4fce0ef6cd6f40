import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../src/domain/evidence.ts';
import { drawChecks } from '../../../src/slack/blocks/checks-modal.ts';
import { drawDiagnosis } from '../../../src/slack/blocks/diagnosis.ts';
import { DESCRIBED, diagnosis, explained, finding, NAMES } from '../support/diagnoses.ts';

const EARLIER: Evidence = {
  ...DESCRIBED,
  action: 'ecr:DescribeRepositories',
  subject: 'shop/api',
  observed: 'the repository exists',
  at: '2026-11-21T15:02:09Z',
};
const ROLE: Evidence = {
  action: 'iam:GetRole',
  place: { account: '444455556666', region: 'eu-west-1' },
  subject: 'checkout-exec',
  observed: 'no policy',
  at: '2026-11-21T15:02:10Z',
};
const ASKED_FIRST = '<!date^1795273329^{date_short_pretty} at {time}|2026-11-21 15:02 UTC>';

function evidenceShown(...evidence: readonly Evidence[]): string | undefined {
  const cause = finding({ evidence });
  const { text } = drawDiagnosis(diagnosis({ conclusion: explained({ cause, because: [] }), fixes: [] }), NAMES);
  return /Evidence:\n((?:•.*\n?)+)/.exec(text)?.[1]?.trim();
}

describe('the evidence of a verdict', () => {
  it('says which call was made, about what, and what came back; where and when once for each place', () => {
    expect(evidenceShown(DESCRIBED, ROLE, EARLIER)).toBe(
      [
        `• In 1111 2222 3333 registry, eu-west-1, asked ${ASKED_FIRST}: \`ecr:DescribeImages\` about \`shop/api:v2.1.0\`: no image with this tag`,
        '• `ecr:DescribeRepositories` about `shop/api`: the repository exists',
        '• In 4444 5555 6666 shop-prod, eu-west-1, asked <!date^1795273330^{date_short_pretty} at {time}|2026-11-21 15:02 UTC>: `iam:GetRole` about `checkout-exec`: no policy',
      ].join('\n'),
    );
  });

  it('says the same answer once, and tells two Regions of an account apart', () => {
    const elsewhere = { ...DESCRIBED, place: { ...DESCRIBED.place, region: 'us-east-1' } };
    const lines = evidenceShown(DESCRIBED, { ...DESCRIBED, at: EARLIER.at }, elsewhere)?.split('\n');
    expect(lines).toHaveLength(2);
    expect(lines?.[0]).toContain(`eu-west-1, asked ${ASKED_FIRST}`);
    expect(lines?.[1]).toContain('In 1111 2222 3333 registry, us-east-1, asked');
  });

  it('keeps where and when of every single answer under all checks', () => {
    const modal = JSON.stringify(
      drawChecks(diagnosis({ findings: [finding({ evidence: [DESCRIBED, EARLIER] })] }), NAMES),
    );
    expect(modal.match(/1111 2222 3333 registry, eu-west-1, asked/g)).toHaveLength(2);
    expect(modal).toContain('"timestamp":1795273331');
    expect(modal).toContain('"timestamp":1795273329');
  });
});
