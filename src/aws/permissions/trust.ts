import type { Arn } from '../../domain/aws.ts';
import type { PolicyStatement } from '../../domain/policy-statement.ts';

/** The tag of a fixing session: the request that was approved. */
export const REQUEST_TAG = 'EcrWhyRequest';

/** Every source identity that ecr-why sets begins so; the rest says which person of which workspace. */
export const PERSON_PREFIX = 'slack-';

interface Trust {
  readonly principal: Arn;
  /** `null`: the role asks for none. */
  readonly externalId: string | null;
}

/** Who may take on the reading role. */
export function readingTrust({ principal, externalId }: Trust): readonly PolicyStatement[] {
  return [
    {
      Sid: 'EcrWhyMayRead',
      Effect: 'Allow',
      Principal: { AWS: principal },
      Action: 'sts:AssumeRole',
      ...(externalId !== null && { Condition: { StringEquals: { 'sts:ExternalId': externalId } } }),
    },
  ];
}

/**
 * Who may take on the fixing role: ecr-why, in the name of a person. Three statements, since a condition holds only where
 * the action knows its key: SetSourceIdentity and TagSession know no external id. (Service authorization reference of STS.)
 */
export function fixingTrust({ principal, externalId }: Trust): readonly PolicyStatement[] {
  const forPerson = { StringLike: { 'sts:SourceIdentity': `${PERSON_PREFIX}*` } };
  const trusts = { Effect: 'Allow', Principal: { AWS: principal } } as const;
  return [
    {
      Sid: 'EcrWhyMayFixForAPerson',
      ...trusts,
      Action: 'sts:AssumeRole',
      Condition: {
        ...forPerson,
        ...(externalId !== null && { StringEquals: { 'sts:ExternalId': externalId } }),
      },
    },
    { Sid: 'AndMustSayWhichPerson', ...trusts, Action: 'sts:SetSourceIdentity', Condition: forPerson },
    { Sid: 'AndMaySayWhichRequest', ...trusts, Action: 'sts:TagSession' },
  ];
}

/** What our own identity needs, besides being trusted: it may take on these roles. */
export function ownStatements(readRoles: readonly Arn[], fixRoles: readonly Arn[]): readonly PolicyStatement[] {
  const statements: readonly PolicyStatement[] = [
    { Sid: 'TakeOnReadingRoles', Effect: 'Allow', Action: 'sts:AssumeRole', Resource: readRoles },
    {
      Sid: 'TakeOnFixingRolesForAPerson',
      Effect: 'Allow',
      Action: ['sts:AssumeRole', 'sts:SetSourceIdentity', 'sts:TagSession'],
      Resource: fixRoles,
    },
  ];
  return statements.filter(({ Resource = [] }) => Resource.length > 0);
}
