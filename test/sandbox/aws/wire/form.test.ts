import { describe, expect, it } from 'vitest';
import { parseForm } from '../../../../src/sandbox/aws/wire/form.ts';

describe('parseForm', () => {
  it.each([
    ['', '', {}],
    ['Action=GetRole&Version=2010-05-08&RoleName=a%2Fb', 'GetRole', { RoleName: 'a/b' }],
    ['Action=A&Id.1=x&Id.2=y', 'A', { Id: ['x', 'y'] }],
    ['Action=A&Names.member.1=x', 'A', { Names: ['x'] }],
    [
      'Action=A&Filter.1.Name=n&Filter.1.Value.1=v&Filter.1.Value.2=w',
      'A',
      { Filter: [{ Name: 'n', Value: ['v', 'w'] }] },
    ],
    ['Action=A&Tags.member.1.Key=k&Tags.member.1.Value=v', 'A', { Tags: [{ Key: 'k', Value: 'v' }] }],
    ['Action=A&Setting.Enabled=true', 'A', { Setting: { Enabled: 'true' } }],
  ])('%s', (body, operation, input) => {
    expect(parseForm(body)).toEqual({ operation, input });
  });

  it('orders a list by its numbers', () => {
    const body = Array.from({ length: 12 }, (_, index) => `Id.${12 - index}=v${12 - index}`).join('&');
    expect(parseForm(body).input['Id']).toEqual(Array.from({ length: 12 }, (_, index) => `v${index + 1}`));
  });

  it('leaves the prototypes of objects alone', () => {
    parseForm('__proto__.polluted=yes&constructor.prototype.polluted=yes');
    expect({}).not.toHaveProperty('polluted');
  });
});
