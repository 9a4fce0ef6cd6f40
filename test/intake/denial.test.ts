import { describe, expect, it } from 'vitest';
import { POLICY_LAYERS } from '../../src/domain/incident.ts';
import { findDenial } from '../../src/intake/denial.ts';
import { messageText } from '../../src/intake/message-text.ts';

const WHO = 'arn:aws:sts::345678901234:assumed-role/cart-exec/0a1b2c';
const WHAT = 'arn:aws:ecr:eu-west-1:210987654321:repository/shop/cart';
const HEAD = `User: ${WHO} is not authorized to perform: ecr:BatchGetImage on resource: ${WHAT}`;
const base = { principal: WHO, action: 'ecr:BatchGetImage', resource: WHAT };

describe('findDenial', () => {
  it('reads names in which brackets stand for what is hidden', () => {
    const who = 'arn:aws:sts::[id]:assumed-role/nodes.[...].example.com/i-[id]';
    const what = 'arn:aws:ecr:eu-west-1:[id]:repository/shop/cart';
    const text = `User: ${who} is not authorized to perform: ecr:BatchGetImage on resource: ${what}`;
    expect(denialIn(text)).toMatchObject({ principal: who, resource: what });
  });

  it.each(POLICY_LAYERS.map((layer) => [layer]))('decodes that no %s policy allows', (layer) => {
    const text = `${HEAD} because no ${layer}${layer.endsWith('boundary') ? '' : ' policy'} allows the ecr:BatchGetImage action`;
    expect(denialIn(text)).toEqual({ ...base, layer, explicit: false, policy: null });
  });

  it.each([
    ['a service control policy', 'service control', null],
    ['an identity-based policy', 'identity-based', null],
    ['a permissions boundary', 'permissions boundary', null],
    [
      'a resource control policy: arn:aws:organizations::111122223333:policy/o-1/resource_control_policy/p-2',
      'resource control',
      'arn:aws:organizations::111122223333:policy/o-1/resource_control_policy/p-2',
    ],
  ])('decodes an explicit deny in %s', (words, layer, policy) => {
    expect(denialIn(`denied: ${HEAD} with an explicit deny in ${words}`)).toEqual({
      ...base,
      layer,
      explicit: true,
      policy,
    });
  });

  it.each([
    ['the older sentence', HEAD, { ...base, layer: null, explicit: false, policy: null }],
    [
      'a layer that we do not know',
      `${HEAD} because no galactic policy allows the ecr:BatchGetImage action`,
      { ...base, layer: null, explicit: false, policy: null },
    ],
    [
      'any resource',
      `User: ${WHO} is not authorized to perform: ecr:GetAuthorizationToken on resource: * because no identity-based policy allows the ecr:GetAuthorizationToken action`,
      {
        principal: WHO,
        action: 'ecr:GetAuthorizationToken',
        resource: '*',
        layer: 'identity-based',
        explicit: false,
        policy: null,
      },
    ],
    [
      'no resource',
      `User: ${WHO} is not authorized to perform: ecr:BatchGetImage`,
      { ...base, resource: null, layer: null, explicit: false, policy: null },
    ],
    [
      'a missing space',
      `${HEAD} because no identity-based policy allowsthe ecr:BatchGetImage action`,
      { ...base, layer: 'identity-based', explicit: false, policy: null },
    ],
    [
      'a following status',
      `${HEAD}\n\tstatus code: 400, request id: 0-1`,
      { ...base, layer: null, explicit: false, policy: null },
    ],
  ])('reads %s', (_, text, denial) => {
    expect(denialIn(text)).toEqual(denial);
  });

  it.each(['User: CodeBuild', 'User: AIDA is not authorized to perform: ecr:BatchGetImage', 'no user at all'])(
    'finds none in %j',
    (text) => {
      expect(denialIn(text)).toBeNull();
    },
  );
});

function denialIn(text: string): unknown {
  return findDenial(messageText(text));
}
