import { describe, expect, it } from 'vitest';
import { drawMissingPermissions, hasMissingPermissions } from '../../../src/slack/blocks/missing-permissions.ts';
import type { Gap } from '../../../src/domain/evidence.ts';
import { REGISTRY } from '../support/fake-desk.ts';
import { DENIED_GAP, diagnosis, finding, NAMES } from '../support/diagnoses.ts';
import { shown } from '../support/requests.ts';

describe('what is lacking', () => {
  it('is one statement for each role, with every action once', () => {
    const other = { ...DENIED_GAP, action: 'ecr:DescribeImages' as const };
    const of = diagnosis({ findings: [finding({ gaps: [DENIED_GAP, other] }), finding({ gaps: [DENIED_GAP] })] });
    const drawn = drawMissingPermissions(of, NAMES, []);
    expect(drawn.blocks).toHaveLength(1);
    expect(shown(drawn)).toContain(
      JSON.stringify(
        JSON.stringify(
          {
            Effect: 'Allow',
            Action: ['ecr:DescribeImages', 'ecr:GetLifecyclePolicy'],
            Resource: DENIED_GAP.resources?.[0],
          },
          null,
          2,
        ),
      ),
    );
  });

  it('is as narrow as each action can be, one statement for what reaches equally far', () => {
    const [role, pages] = ['arn:aws:iam::111122223333:role/*', ['arn:one', 'arn:two']];
    const gaps: Gap[] = [
      DENIED_GAP,
      { ...DENIED_GAP, action: 'iam:GetRole', resources: [role] },
      { ...DENIED_GAP, action: 'iam:GetPolicy', resources: pages },
      { ...DENIED_GAP, action: 'iam:ListRolePolicies', resources: [role] },
    ];
    const statements = [
      { Effect: 'Allow', Action: ['ecr:GetLifecyclePolicy'], Resource: DENIED_GAP.resources?.[0] },
      { Effect: 'Allow', Action: ['iam:GetRole', 'iam:ListRolePolicies'], Resource: role },
      { Effect: 'Allow', Action: ['iam:GetPolicy'], Resource: pages },
    ];
    const drawn = drawMissingPermissions(diagnosis({ findings: [finding({ gaps })] }), NAMES, []);
    expect(shown(drawn)).toContain(JSON.stringify(JSON.stringify(statements, null, 2)));
  });

  it.each([
    [
      'role-not-assumable',
      { ...DENIED_GAP, reason: 'role-not-assumable', self: 'arn:aws:iam::999999999999:role/bot' },
      'sts:AssumeRole',
    ],
    ['account-not-configured', { ...DENIED_GAP, reason: 'account-not-configured' }, 'readRole: EcrWhyRead'],
  ] as const)('can be %s', (_, gap, addition) => {
    expect(shown(drawMissingPermissions(diagnosis({ findings: [finding({ gaps: [gap] })] }), NAMES, []))).toContain(
      addition,
    );
  });

  it.each([
    ['asks for the external id that we send', 'shop-7', { StringEquals: { 'sts:ExternalId': 'shop-7' } }],
    ['asks for none where we send none', null, undefined],
  ])('as a statement of trust %s', (_, externalId, condition) => {
    const self = 'arn:aws:iam::999999999999:role/bot';
    const gap = { ...DENIED_GAP, reason: 'role-not-assumable', account: REGISTRY.id, self } as const;
    const other = { ...REGISTRY, id: '999999999999', externalId: 'another' };
    const of = diagnosis({ findings: [finding({ gaps: [gap] })] });
    const drawn = drawMissingPermissions(of, NAMES, [other, { ...REGISTRY, externalId }]);
    const statement = { Effect: 'Allow', Principal: { AWS: self }, Action: 'sts:AssumeRole', Condition: condition };
    expect(shown(drawn)).toContain(JSON.stringify(JSON.stringify(statement, null, 2)));
  });

  it.each(['throttled', 'unavailable', 'puller-not-named', 'workload-gone', 'too-much'] as const)(
    'is nothing where %s',
    (reason) => {
      expect(hasMissingPermissions(diagnosis({ findings: [finding({ gaps: [{ ...DENIED_GAP, reason }] })] }))).toBe(
        false,
      );
    },
  );
});
