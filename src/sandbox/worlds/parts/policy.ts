export type Statement = Readonly<Record<string, unknown>>;

export const policy = (...statements: readonly Statement[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });

export const allow = (actions: readonly string[], resource: string | readonly string[] = '*'): Statement => ({
  Effect: 'Allow',
  Action: actions,
  Resource: resource,
});

export const deny = (actions: readonly string[], resource: string | readonly string[] = '*'): Statement => ({
  Effect: 'Deny',
  Action: actions,
  Resource: resource,
});

export const PULL_ACTIONS = ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'] as const;

/** The statement by which a repository lets another account pull. */
export const grantPull = (account: string): Statement => ({
  Sid: 'AllowPull',
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${account}:root` },
  Action: PULL_ACTIONS,
});

/** The trust of a role that an AWS service takes on. */
export const trustService = (service: string): string =>
  policy({ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' });
