import { expect, it } from 'vitest';
import { accountOf, lastPart, partitionOfArn } from '../../src/domain/arn.ts';

it.each([
  ['arn:aws:iam::123456789012:role/path/EcrWhyRead', 'aws', '123456789012', 'EcrWhyRead'],
  ['arn:aws-us-gov:ecs:us-gov-west-1:123456789012:cluster/prod', 'aws-us-gov', '123456789012', 'prod'],
  ['arn:aws:s3:::prod-starport-layer-bucket', 'aws', '', 'arn:aws:s3:::prod-starport-layer-bucket'],
  ['prod', 'aws', '', 'prod'],
])('%s is of partition %s, of account "%s", and ends in %s', (arn, partition, account, last) => {
  expect([partitionOfArn(arn), accountOf(arn), lastPart(arn)]).toEqual([partition, account, last]);
});
