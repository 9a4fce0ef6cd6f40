/** The accounts of the sandbox's organization. */
export const REGISTRY = '123456789012';
export const WORKLOAD = '444455556666';
/** Exists, and holds images, but the bot was never told of it and has no role in it. */
export const STAGING = '777788889999';
export const BOT = '999900001111';

export const HOME = 'us-east-1';
export const ABROAD = 'eu-west-1';

export const READ_ROLE = 'EcrWhyRead';
export const FIX_ROLE = 'EcrWhyFix';
export const ORGANIZATION = 'o-sandbox0000';
export const EXTERNAL_ID = 'sandbox';

export const CLUSTER = 'prod';

export const registryHost = (account: string = REGISTRY, region: string = HOME): string =>
  `${account}.dkr.ecr.${region}.amazonaws.com`;

export const roleArn = (account: string, name: string): string => `arn:aws:iam::${account}:role/${name}`;

export const repositoryArn = (name: string): string => `arn:aws:ecr:${HOME}:${REGISTRY}:repository/${name}`;
