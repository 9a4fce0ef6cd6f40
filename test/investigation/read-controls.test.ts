import { expect, it } from 'vitest';
import type { Action } from '../../src/domain/aws.ts';
import { readControls } from '../../src/investigation/read-controls.ts';
import { aFinding } from '../support/a-finding.ts';

const LIST = 'organizations:ListPoliciesForTarget';
const seen = (action: Action, observed: string) => ({
  action,
  place: { account: '123456789012', region: 'us-east-1' },
  subject: 'root r-ab12',
  observed,
  at: '2026-03-03T03:00:01.000Z',
});

it.each<[Action, string, readonly string[]]>([
  [LIST, 'service control policy FullAWSAccess (p-FullAWSAccess)', ['service control']],
  [LIST, 'no resource control policy', ['resource control']],
  ['organizations:ListRoots', 'no service control policy is in use', ['service control']],
  [LIST, 'service control policy resource control policy of ours (p-1)', ['service control']],
  ['organizations:DescribeOrganization', 'o-a1b2c3d4e5', []],
  ['iam:SimulatePrincipalPolicy', 'no service control policy allows it', []],
])('%s that says "%s" shows %j', (action, observed, layers) => {
  expect([...readControls([aFinding({ evidence: [seen(action, observed)] })])]).toEqual(layers);
});

it('is none without evidence', () => {
  expect(readControls([aFinding({ evidence: [] })]).size).toBe(0);
});
