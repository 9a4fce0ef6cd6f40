import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCommand } from '../../../src/slack/incoming/command-line.ts';

const IMAGE = '111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/api:v2.1.0';
const TASK = 'arn:aws:ecs:eu-west-1:444455556666:task/prod/0123456789abcdef0123456789abcdef';
const ROLE = 'arn:aws:iam::444455556666:role/checkout-exec';

const asked = (text: string) => {
  const command = readCommand(text);
  if (command.kind !== 'why') throw new Error(`not understood: ${JSON.stringify(command)}`);
  return command.sightings;
};

describe('why', () => {
  it.each([
    ['as typed', `why ${IMAGE}`],
    ['as Slack makes a link of it', `why <http://${IMAGE}|${IMAGE}>`],
    ['with more space than needed', `  why   ${IMAGE}  `],
    ['as phones begin a sentence', `Why ${IMAGE}`],
    ['in capitals', `WHY ${IMAGE}`],
  ])('reads an image %s', (_, text) => {
    expect(asked(text)).toMatchObject([
      { image: { repository: 'shop/api', tag: 'v2.1.0' }, workload: null, symptom: null, platform: 'unknown' },
    ]);
  });

  it.each([
    [`--cluster prod --service checkout`, { kind: 'ecs-service', place: {}, cluster: 'prod', service: 'checkout' }],
    [`--service=checkout --cluster=prod`, { kind: 'ecs-service', place: {}, cluster: 'prod', service: 'checkout' }],
    [`—cluster prod –service checkout`, { kind: 'ecs-service', place: {}, cluster: 'prod', service: 'checkout' }],
    [
      `--task ${TASK}`,
      {
        kind: 'ecs-task',
        place: { account: '444455556666', region: 'eu-west-1' },
        cluster: 'prod',
        task: '0123456789abcdef0123456789abcdef',
      },
    ],
    [
      `--cluster prod --task 0123456789abcdef0123456789abcdef`,
      { kind: 'ecs-task', place: {}, cluster: 'prod', task: '0123456789abcdef0123456789abcdef' },
    ],
    [`--role ${ROLE}`, { kind: 'role', role: ROLE }],
  ])('reads who pulls: %s', (options, workload) => {
    expect(asked(`why ${IMAGE} ${options}`)).toMatchObject([{ image: { tag: 'v2.1.0' }, workload }]);
    expect(asked(`why ${options}`)).toMatchObject([{ image: null, workload }]);
  });

  it('reads a pasted error as the error that it is', () => {
    const [sighting] = asked(
      `why CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref ${IMAGE}: ${IMAGE}: not found`,
    );
    expect(sighting).toMatchObject({ image: { tag: 'v2.1.0' }, symptom: { kind: 'not_found' } });
  });
});

it.each([
  ['', { kind: 'bare' }],
  ['why', { kind: 'bare' }],
  ['help', { kind: 'help' }],
  ['HELP', { kind: 'help' }],
  ['fix everything', { kind: 'bad', problem: 'I know two commands, `why` and `help`' }],
  [
    `why ${IMAGE} --pod x`,
    {
      kind: 'bad',
      problem: expect.stringContaining(
        'I do not know one of these options: they are --cluster, --service, --task, --role, --eks-cluster',
      ),
    },
  ],
  [`why ${IMAGE} --task`, { kind: 'bad', problem: '--task needs a value' }],
  [`why ${IMAGE} --cluster --service x`, { kind: 'bad', problem: '--cluster needs a value' }],
  [
    `why ${IMAGE} --cluster prod`,
    { kind: 'bad', problem: expect.stringContaining('--cluster needs --service or --task') },
  ],
  [
    `why ${IMAGE} --role checkout-exec`,
    { kind: 'bad', problem: expect.stringContaining('--role needs the ARN of a role') },
  ],
  [
    `why ${IMAGE} --node i-0123456789abcdef0 --nodegroup general --eks-cluster shop`,
    { kind: 'bad', problem: 'Name one of --node and --nodegroup' },
  ],
  [`why ${IMAGE} --task 17`, { kind: 'bad', problem: '--task needs the ARN of a task' }],
  [
    `why ${IMAGE} --role ${ROLE} --task ${TASK}`,
    { kind: 'bad', problem: expect.stringContaining('Name one of --service, --task, --role') },
  ],
])('%j', (text, command) => expect(readCommand(text)).toEqual(command));

it('reads that ECS could not assume a role, although nothing was pulled yet', () => {
  const text = `why (service checkout) failed to launch a task with (error ECS was unable to assume the role '${ROLE}' that was provided for this task.)`;
  expect(asked(text)).toMatchObject([{ image: null, platform: 'ecs', symptom: { kind: 'access_denied' } }]);
});

it('explains what is no image, with a right example', () => {
  for (const text of ['why not-an-image', 'why two words', 'why UPPER/case:x']) {
    expect(readCommand(text)).toMatchObject({ kind: 'bad', problem: expect.stringContaining('123456789012.dkr.ecr.') });
  }
});

it.each(['%s', '--%s', 'why %s', 'why --%s', 'why --%s=x', 'why --task %s', 'why --role %s', `why ${IMAGE} --%s x`])(
  'repeats no secret that was pasted by mistake: %j',
  (text) => {
    const secret = 'AKIAIOSFODNN7EXAMPLE';
    const command = readCommand(text.replace('%s', secret));
    expect(command.kind).toBe('bad');
    expect(JSON.stringify(command)).not.toContain(secret);
  },
);

it('never throws', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom('why', '--', '--task', '—', '=', '<', IMAGE), fc.string()), { maxLength: 8 }),
      (words) => {
        expect(readCommand(words.join(' ')).kind).toBeDefined();
      },
    ),
  );
});
