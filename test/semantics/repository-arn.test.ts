import { expect, it } from 'vitest';
import { repositoryArn } from '../../src/semantics/repository-arn.ts';

it.each([
  ['us-east-1', 'aws'],
  ['cn-north-1', 'aws-cn'],
  ['us-gov-west-1', 'aws-us-gov'],
  ['eusc-de-east-1', 'aws-eusc'],
  ['us-iso-east-1', 'aws-iso'],
  ['us-isob-east-1', 'aws-iso-b'],
  ['eu-isoe-west-1', 'aws-iso-e'],
  ['us-isof-south-1', 'aws-iso-f'],
])('a repository in %s has an ARN of partition %s', (region, partition) => {
  const place = { account: '123456789012', region };
  expect(repositoryArn(place, 'shop/api')).toBe(`arn:${partition}:ecr:${region}:123456789012:repository/shop/api`);
});
