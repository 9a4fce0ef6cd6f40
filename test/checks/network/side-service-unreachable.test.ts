import { sideServiceUnreachable } from '../../../src/checks/network/side-service-unreachable.ts';
import type { PathHop, SidePath } from '../../../src/domain/network-path.ts';
import { testCheck } from '../../support/test-check.ts';

function path(hop: Partial<PathHop>, parts: Partial<SidePath> = {}): SidePath {
  const whole: PathHop = {
    kind: 'route',
    subject: 'rtb-1',
    verdict: 'open',
    reason: 'route-to-nat',
    detail: {},
    ...hop,
  };
  const verdict = whole.verdict === 'open' || whole.verdict === 'not-needed' ? 'reachable' : whole.verdict;
  return { subnet: 'subnet-a', service: 'logs', region: 'us-east-1', verdict, via: null, hops: [whole], ...parts };
}
const missing = { kind: 'endpoint', verdict: 'blocked', reason: 'missing-endpoint' } as const;

testCheck(sideServiceUnreachable, {
  open: [
    {
      when: 'every way is open',
      facts: { sidePaths: [path({}), path({}, { service: 'ssm' })] },
      says: 'The task reaches CloudWatch Logs and Parameter Store, which it needs besides its image.',
    },
  ],
  'no-way': [
    {
      when: 'there is neither endpoint nor route',
      facts: { sidePaths: [path({}), path(missing), path(missing, { subnet: 'subnet-b' })] },
      says: 'The task also needs CloudWatch Logs (us-east-1), and neither an endpoint nor a route leads there from `subnet-a` and `subnet-b`.',
    },
  ],
  shut: [
    {
      when: 'two ways are shut for two reasons: the first is told',
      facts: {
        sidePaths: [
          path({ kind: 'endpoint-ingress', subject: 'vpce-1', verdict: 'blocked', reason: 'endpoint-sg-closed' }),
          path(missing, { service: 'ssm', subnet: 'subnet-b' }),
        ],
      },
      says: 'The task also needs CloudWatch Logs (us-east-1), and the way there from `subnet-a` is shut: look at the security groups of endpoint `vpce-1`.',
    },
    {
      when: 'its endpoint lets nobody in, whatever else is not known',
      facts: {
        sidePaths: [
          path({ verdict: 'unknown' }),
          path({ kind: 'endpoint-ingress', subject: 'vpce-1', verdict: 'blocked', reason: 'endpoint-sg-closed' }),
        ],
      },
      says: 'The task also needs CloudWatch Logs (us-east-1), and the way there from `subnet-a` is shut: look at the security groups of endpoint `vpce-1`.',
    },
  ],
  unsure: [
    {
      when: 'a policy cannot be judged',
      facts: {
        sidePaths: [
          path({ kind: 'endpoint-policy', subject: 'vpce-1', verdict: 'unknown' }, { service: 'secretsmanager' }),
        ],
      },
      says: 'Whether the task reaches Secrets Manager (us-east-1), which it needs besides its image, is not known: the policy of endpoint `vpce-1` leaves it open.',
    },
  ],
  none: [{ when: 'it needs nothing', facts: { sidePaths: [] } }],
});
