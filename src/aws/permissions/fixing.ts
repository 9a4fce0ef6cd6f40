import type { Purpose } from './statements.ts';

/**
 * How far the fixing role reaches. It is the ceiling: every session of it is cut down further, to the one call on the one
 * resource that was approved. Resource types after AWS's service authorization reference.
 */
export const FIXING: readonly Purpose[] = [
  {
    sid: 'ProtectTags',
    grants: [
      {
        on: ['arn:PARTITION:ecr:*:ACCOUNT_ID:repository/*'],
        actions: ['ecr:PutImageTagMutability'],
      },
    ],
  },
];
