import { describe, expect, it } from 'vitest';
import {
  arnsMatch,
  coversResource,
  isIncompleteArn,
  roleOf,
  roleOfSession,
  splitArn,
  splitArnPattern,
} from '../../../src/semantics/iam-policy/arn.ts';
import { plainText, wildcardTokens } from '../../../src/semantics/iam-policy/glob.ts';

const REPOSITORY = 'arn:aws:ecr:eu-west-1:111122223333:repository/shop/api';
const SECRET = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:ecr-pullthroughcache/hub-1';

describe('the parts of an ARN', () => {
  it.each([
    [REPOSITORY, ['arn', 'aws', 'ecr', 'eu-west-1', '111122223333', 'repository/shop/api']],
    [SECRET, ['arn', 'aws', 'secretsmanager', 'eu-west-1', '111122223333', 'secret:ecr-pullthroughcache/hub-1']],
    ['arn:aws:s3:::bucket', ['arn', 'aws', 's3', '', '', 'bucket']],
    ['arn:aws:ecr:eu-west-1:111122223333', null],
    ['xrn:aws:ecr:eu-west-1:111122223333:repository/shop', null],
    ['*', null],
  ])('%s: %j', (text, parts) => {
    expect(splitArn(text)).toEqual(parts);
  });

  it.each([
    ['arn:aws', ['arn', 'aws']],
    ['*', ['']],
    [SECRET, ['arn', 'aws', 'secretsmanager', 'eu-west-1', '111122223333', 'secret:ecr-pullthroughcache/hub-1']],
  ])('of the pattern %s: %j', (text, parts) => {
    expect(splitArnPattern(wildcardTokens(text)).map(plainText)).toEqual(parts);
  });
});

describe('a resource pattern', () => {
  it.each([
    ['*', REPOSITORY, true],
    ['*', '*', true],
    ['**', REPOSITORY, true],
    [REPOSITORY, REPOSITORY, true],
    [REPOSITORY, '*', false],
    ['?', '*', false],
    ['arn:aws:ecr:*:*:repository/shop/*', REPOSITORY, true],
    ['arn:aws:ecr:*:*:repository/shop', REPOSITORY, false],
    // A wildcard ends at the colon: this one stands for the service alone.
    ['arn:aws:*:repository/shop/api', REPOSITORY, false],
    ['arn:aws:ecr:eu-west-1:*', REPOSITORY, true],
    ['arn:aws:ecr', REPOSITORY, true],
    ['arn:aws:s3', REPOSITORY, false],
    ['arn:aws:secretsmanager:*:*:secret:ecr-*', SECRET, true],
    ['bucket/*', 'bucket/key', true],
    ['bucket/*', 'other/key', false],
  ])('%s covers %s: %s', (pattern, resource, covers) => {
    expect(coversResource(wildcardTokens(pattern), resource)).toBe(covers);
  });

  it.each([
    ['arn:aws:ecr:eu-west-1:*', true],
    ['repository/shop', true],
    [REPOSITORY, false],
    [SECRET, false],
    ['*', false],
    ['**', false],
  ])('%s is incomplete: %s', (pattern, is) => {
    expect(isIncompleteArn(wildcardTokens(pattern))).toBe(is);
  });
});

describe('the operators of ARNs', () => {
  it.each([
    [REPOSITORY, REPOSITORY, true],
    ['arn:aws:ecr:*:*:repository/*', REPOSITORY, true],
    ['arn:aws:ecr:*:*:repository/web', REPOSITORY, false],
    ['arn:aws:*:repository/shop/api', REPOSITORY, null],
    ['*', REPOSITORY, null],
    ['arn:aws:ecr:eu-west-1:*', REPOSITORY, null],
    ['arn:aws:ecr:*:*:repository/*', 'shop/api', null],
  ])('%s, %s: %s', (pattern, text, match) => {
    expect(arnsMatch(wildcardTokens(pattern), text)).toBe(match);
  });
});

describe('a role', () => {
  it.each([
    ['arn:aws:sts::111122223333:assumed-role/puller/task-1', { account: '111122223333', name: 'puller' }],
    ['arn:aws:sts::111122223333:assumed-role/puller', null],
    ['arn:aws:sts::111122223333:federated-user/ann/x', null],
    ['arn:aws:iam::111122223333:assumed-role/puller/task-1', null],
    ['arn:aws:iam::111122223333:role/puller', null],
    ['puller', null],
  ])('behind the session %s: %j', (arn, role) => {
    expect(roleOfSession(arn)).toEqual(role);
  });

  it.each([
    ['arn:aws:iam::111122223333:role/puller', { account: '111122223333', name: 'puller' }],
    ['arn:aws:iam::111122223333:role/svc/team/puller', { account: '111122223333', name: 'puller' }],
    ['arn:aws:iam::111122223333:user/role/puller', null],
    ['arn:aws:sts::111122223333:role/puller', null],
    ['puller', null],
  ])('of %s: %j', (arn, role) => {
    expect(roleOf(arn)).toEqual(role);
  });
});
