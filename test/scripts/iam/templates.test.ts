import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { cloudFormation } from '../../../scripts/iam/cloudformation.ts';
import { mapTexts } from '../../../scripts/iam/map-texts.ts';
import { fixPolicy, policy, readPolicy } from '../../../scripts/iam/policies.ts';
import { terraformPolicies } from '../../../scripts/iam/terraform.ts';
import { fixingTrust, readingTrust } from '../../../src/aws/permissions/trust.ts';

const VALUES: Readonly<Record<string, string>> = {
  'AWS::Partition': 'aws-us-gov',
  'AWS::AccountId': '123456789012',
  BotPrincipal: 'arn:aws-us-gov:iam::999900001111:role/ecr-why',
  ExternalId: '7f3c9a',
  'local.partition': 'aws-us-gov',
  'local.account': '123456789012',
  'var.bot_principal': 'arn:aws-us-gov:iam::999900001111:role/ecr-why',
  'var.external_id': '7f3c9a',
};

const fill = (text: string): string => text.replace(/\$\{([^}]+)\}/g, (whole, name: string) => VALUES[name] ?? whole);

/** What CloudFormation makes of `Ref` and `Fn::Sub`. */
function resolve(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(resolve);
  if (typeof value !== 'object' || value === null) return value;
  if ('Ref' in value) return VALUES[String(value.Ref)];
  if ('Fn::Sub' in value) return fill(String(value['Fn::Sub']));
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, resolve(each)]));
}

const SCOPE = { partition: 'aws-us-gov', account: '123456789012' };
const TRUST = { principal: VALUES['BotPrincipal'] ?? '', externalId: '7f3c9a' };
const EXPECTED = {
  read: { trust: policy(readingTrust(TRUST)), policy: readPolicy(SCOPE) },
  fix: { trust: policy(fixingTrust(TRUST)), policy: fixPolicy(SCOPE) },
};

describe('the CloudFormation template', () => {
  const template = parse(cloudFormation());

  it.each([
    ['ReadRole', EXPECTED.read],
    ['FixRole', EXPECTED.fix],
  ])('gives %s exactly the statements of the code', (name, expected) => {
    const { AssumeRolePolicyDocument, Policies } = template.Resources[name].Properties;
    expect(resolve(AssumeRolePolicyDocument)).toEqual(expected.trust);
    expect(resolve(Policies)).toEqual([{ PolicyName: 'ecr-why', PolicyDocument: expected.policy }]);
  });

  it('uses every parameter, and names no resource or condition that is not there', () => {
    const text = JSON.stringify([template.Resources, template.Conditions, template.Outputs]);
    for (const name of Object.keys(template.Parameters)) expect(text).toContain(`"Ref":"${name}"`);
    const used = [...text.matchAll(/"Condition":"(\w+)"|"Fn::If":\["(\w+)"|"Fn::GetAtt":\["(\w+)"/g)];
    const defined = [...Object.keys(template.Conditions), ...Object.keys(template.Resources)];
    expect(defined).toEqual(expect.arrayContaining(used.map(([, a, b, c]) => a ?? b ?? c)));
  });

  it('writes down no text that YAML 1.1 would take for a date', () => {
    expect(cloudFormation()).not.toMatch(/: 20\d\d-\d\d-\d\d$/m);
  });
});

it('the Terraform module gets exactly the statements of the code', () => {
  expect(mapTexts(terraformPolicies().locals, fill)).toEqual({
    read_trust: EXPECTED.read.trust,
    read_policy: EXPECTED.read.policy,
    fix_trust: EXPECTED.fix.trust,
    fix_policy: EXPECTED.fix.policy,
  });
});

describe('the Terraform module', () => {
  const read = (file: string): string => readFileSync(`docs/iam/terraform/${file}`, 'utf8');
  const code = ['main.tf', 'outputs.tf'].map(read).join('\n');
  const named = (text: string, pattern: RegExp): ReadonlySet<string> =>
    new Set([...text.matchAll(pattern)].map(([, name = '']) => name));

  it('uses every variable that it declares, and no other', () => {
    const used = named(code + JSON.stringify(terraformPolicies()), /var\.(\w+)/g);
    expect(used).toEqual(named(read('variables.tf'), /^variable "(\w+)"/gm));
  });

  it('makes roles of every generated policy', () => {
    const used = named(code, /jsonencode\(local\.(\w+)\)/g);
    expect(used).toEqual(new Set(Object.keys(terraformPolicies().locals)));
  });
});
