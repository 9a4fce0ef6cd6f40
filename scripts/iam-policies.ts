import { SENDERS } from '../src/aws/apply-fix.ts';
import { FACTS } from '../src/aws/facts/index.ts';

interface Policy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly {
    readonly Sid: string;
    readonly Effect: 'Allow';
    readonly Action: readonly string[];
    readonly Resource: string;
  }[];
}

/** What the reading role needs: exactly the actions that the fact modules declare. */
export function readPolicy(): Policy {
  return policy(
    'EcrWhyRead',
    Object.values(FACTS).flatMap(({ actions }) => actions),
  );
}

/** What the fixing role needs: exactly the calls that can ever be sent. Each session is cut down further, to its one call. */
export function fixPolicy(): Policy {
  return policy('EcrWhyFix', Object.keys(SENDERS));
}

function policy(sid: string, actions: readonly string[]): Policy {
  return {
    Version: '2012-10-17',
    Statement: [{ Sid: sid, Effect: 'Allow', Action: [...new Set(actions)].toSorted(), Resource: '*' }],
  };
}
