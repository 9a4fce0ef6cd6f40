import { SENDERS } from '../../src/aws/apply-fix.ts';
import { READ_ACTIONS } from '../../src/aws/doctor/check-up.ts';
import { FIXING } from '../../src/aws/permissions/fixing.ts';
import { READING } from '../../src/aws/permissions/reading/index.ts';
import { type PolicyScope, statementsFor } from '../../src/aws/permissions/statements.ts';
import { ownStatements } from '../../src/aws/permissions/trust.ts';
import type { Action } from '../../src/domain/aws.ts';
import type { PolicyStatement } from '../../src/domain/policy-statement.ts';

export interface Policy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly PolicyStatement[];
}

/** As the pages show it: `ACCOUNT_ID` is for the reader to replace. */
const ON_PAPER: PolicyScope = { partition: 'aws', account: 'ACCOUNT_ID' };

/** What the reading role needs: exactly the actions that the fact modules declare, each as narrow as IAM can have it. */
export function readPolicy(scope = ON_PAPER, actions: readonly Action[] = READ_ACTIONS): Policy {
  return policy(statementsFor(READING, actions, scope));
}

/** What the fixing role needs: exactly the calls that can ever be sent. Each session is cut down further, to its one call. */
export function fixPolicy(scope = ON_PAPER): Policy {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The keys of a record of actions are actions; Object.keys forgets it.
  return policy(statementsFor(FIXING, Object.keys(SENDERS) as Action[], scope));
}

/** What the identity needs that ecr-why itself runs with. */
export function ownPolicy(): Policy {
  return policy(ownStatements(['arn:aws:iam::*:role/EcrWhyRead'], ['arn:aws:iam::*:role/EcrWhyFix']));
}

export function policy(statements: readonly PolicyStatement[]): Policy {
  return { Version: '2012-10-17', Statement: statements };
}
