import { stringify } from 'yaml';
import { fixingTrust, readingTrust } from '../../src/aws/permissions/trust.ts';
import { mapTexts } from './map-texts.ts';
import { fixPolicy, policy, readPolicy } from './policies.ts';

const SCOPE = { partition: '${AWS::Partition}', account: '${AWS::AccountId}' };
const TRUST = { principal: '${BotPrincipal}', externalId: '${ExternalId}' };

const HEAD = `# The two roles of ecr-why in one account. Generated from the code (npm run docs); a test fails when they differ.
# docs/configuration.md says how to create them. ecr-why doctor says whether they are as they should be.
`;

/**
 * The roles as a CloudFormation template. Functions are in their long form, so that any YAML parser
 * can read it, and in YAML 1.1, whose readers would take an unquoted Version for a date.
 */
export function cloudFormation(): string {
  return HEAD + stringify(template(), { version: '1.1', lineWidth: 0, aliasDuplicateObjects: false });
}

function template() {
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: 'ecr-why: a role that reads, and a role that applies approved fixes',
    Parameters: {
      BotPrincipal: {
        Type: 'String',
        Description: 'ARN of the role that ecr-why runs with, such as arn:aws:iam::999900001111:role/ecr-why',
        AllowedPattern: '^arn:aws[a-z-]*:iam::[0-9]{12}:(role|user)/.+$',
      },
      ExternalId: {
        Type: 'String',
        Description: 'externalId of this account in ecr-why.yml; it is no secret',
        AllowedPattern: '^[A-Za-z0-9_+=,.@:/-]{2,1224}$',
      },
      ReadRoleName: { Type: 'String', Description: 'readRole of this account in ecr-why.yml', Default: 'EcrWhyRead' },
      FixRoleName: {
        Type: 'String',
        Description: 'fixRole of this account in ecr-why.yml; empty: no such role, and nothing can be changed',
        Default: 'EcrWhyFix',
      },
      PermissionsBoundary: {
        Type: 'String',
        Description: 'ARN of a permissions boundary for both roles; empty: none',
        Default: '',
      },
    },
    Conditions: { HasFixRole: isGiven('FixRoleName'), HasBoundary: isGiven('PermissionsBoundary') },
    Resources: {
      ReadRole: role('ReadRoleName', 'ecr-why looks why images cannot be pulled', {
        trust: policy(readingTrust(TRUST)),
        policy: readPolicy(SCOPE),
      }),
      FixRole: {
        Condition: 'HasFixRole',
        ...role('FixRoleName', 'ecr-why applies a fix that a person has approved', {
          trust: policy(fixingTrust(TRUST)),
          policy: fixPolicy(SCOPE),
        }),
      },
    },
    Outputs: {
      ReadRoleArn: { Value: arnOf('ReadRole') },
      FixRoleArn: { Condition: 'HasFixRole', Value: arnOf('FixRole') },
    },
  };
}

function role(name: string, description: string, documents: { readonly trust: object; readonly policy: object }) {
  return {
    Type: 'AWS::IAM::Role',
    Properties: {
      RoleName: { Ref: name },
      Description: description,
      MaxSessionDuration: 3600,
      PermissionsBoundary: { 'Fn::If': ['HasBoundary', { Ref: 'PermissionsBoundary' }, { Ref: 'AWS::NoValue' }] },
      AssumeRolePolicyDocument: mapTexts(documents.trust, substituted),
      Policies: [{ PolicyName: 'ecr-why', PolicyDocument: mapTexts(documents.policy, substituted) }],
    },
  };
}

function substituted(text: string): unknown {
  const whole = /^\$\{(\w+)\}$/.exec(text);
  if (whole !== null) return { Ref: whole[1] };
  return text.includes('${') ? { 'Fn::Sub': text } : text;
}

function isGiven(parameter: string) {
  return { 'Fn::Not': [{ 'Fn::Equals': [{ Ref: parameter }, ''] }] };
}

function arnOf(resource: string) {
  return { 'Fn::GetAtt': [resource, 'Arn'] };
}
