import { describe, expect, it } from 'vitest';
import { AwsFactSource } from '../../src/aws/fact-source.ts';
import { CallMeter } from '../../src/aws/meter.ts';
import type { Action } from '../../src/domain/aws.ts';
import type { Diagnosis } from '../../src/domain/diagnosis.ts';
import type { Finding } from '../../src/domain/finding.ts';
import type { Incident, Symptom, SymptomKind } from '../../src/domain/incident.ts';
import type { PullStep } from '../../src/domain/pull-stage.ts';
import { withDerivedFacts } from '../../src/investigation/derived-facts.ts';
import { investigate } from '../../src/investigation/investigate.ts';
import type { Estate } from '../../src/sandbox/aws/estate.ts';
import { WORLDS } from '../../src/sandbox/worlds/index.ts';
import type { World } from '../../src/sandbox/worlds/world.ts';
import { identitiesIn, incidentOf } from '../support/diagnose-world.ts';

async function diagnose(estate: Estate, incident: Incident): Promise<Diagnosis> {
  const source = withDerivedFacts(new AwsFactSource(identitiesIn(estate), new CallMeter()));
  const onBug = (check: string, error: unknown): void => expect.unreachable(`${check}: ${String(error)}`);
  return investigate(incident, { source, tell: () => undefined, onBug });
}

/** Causes that say the same as another, with less reason. */
const SAYS_LESS: Readonly<Record<string, readonly string[]>> = {
  'frozen-digest': ['missing-image'],
  'cache-secret-unusable': ['upstream-refuses'],
};

function mayBlame({ message, expect: { cause = '', alsoWrong = [] } }: World): readonly string[] {
  // Without the documents, AWS's simulator still says that the organization denies.
  const ofOrganization = message.includes('service control policy') ? ['scp-denies'] : [];
  return [cause, ...(SAYS_LESS[cause] ?? []), ...ofOrganization, ...alsoWrong];
}

/** What a diagnosis says that is not so in its world; none when it is honest. */
function lies({ conclusion }: Diagnosis, world: World): readonly string[] {
  if (conclusion.kind === 'would-pull-now')
    return world.expect.conclusion === 'would-pull-now' ? [] : ['it would pull now'];
  if (conclusion.kind !== 'explained') return [];
  const { cause, because, certainty } = conclusion;
  const blamed = [
    ...(certainty === 'confirmed' ? [cause.check] : []),
    ...because.filter(({ check }) => !(world.expect.because ?? []).includes(check)).map(({ check }) => check),
  ];
  return blamed.filter((check) => !mayBlame(world).includes(check));
}

/** A world that throttles makes us wait, and hides enough as it is. */
const READABLE = WORLDS.filter((world) => world.build().throttled.length === 0);

/** The actions that told anything of a world, in an order that does not change. */
async function telling(world: World): Promise<readonly Action[]> {
  const { findings } = await diagnose(world.build(), incidentOf(world));
  return [...new Set(findings.flatMap(({ evidence }) => evidence.map(({ action }) => action)))].toSorted();
}

describe('what we may not read is never taken for an answer', () => {
  const asked = Promise.all(READABLE.map(telling));

  const deny = (estate: Estate, action: Action): void => {
    for (const { id } of estate.accounts) (estate.deniedToReader[id] ??= []).push(action);
  };
  const throttle = (estate: Estate, action: Action): void => {
    estate.throttled.push(action);
  };

  // Of each world one action is hidden: another in each world, so that all together hide all.
  it.each([
    ['denied', deny, 0],
    ['denied', deny, 5],
    ['throttled', throttle, 3],
  ] as const)(
    'when it is %s',
    async (_how, hide, shift) => {
      const actions = await asked;
      const told = await Promise.all(
        READABLE.map(async (world, at) => {
          const action = actions[at]?.at((at * 7 + shift) % Math.max(actions[at].length, 1));
          if (action === undefined) return [];
          const estate = world.build();
          hide(estate, action);
          const diagnosis = await diagnose(estate, incidentOf(world));
          return lies(diagnosis, world).map((lie) => `${world.id} without ${action}: ${lie}`);
        }),
      );
      expect(told.flat()).toEqual([]);
    },
    60_000,
  );
});

describe('where the message holds the address that was dialled', () => {
  const dialled = READABLE.filter((world) => incidentOf(world).connection?.address != null);

  // Between what was dialled then and what can be seen now, a gap is easily taken for an answer.
  it.each([
    'ec2:DescribeVpcEndpoints',
    'ec2:DescribeNetworkInterfaces',
    'ec2:DescribeVpcs',
    'ec2:DescribeDhcpOptions',
  ] as const)(
    'nothing is blamed, nor called fine, for want of %s',
    async (action) => {
      const told = await Promise.all(
        dialled.map(async (world) => {
          const estate = world.build();
          for (const { id } of estate.accounts) (estate.deniedToReader[id] ??= []).push(action);
          const diagnosis = await diagnose(estate, incidentOf(world));
          const { conclusion } = diagnosis;
          const wrong = conclusion.kind === 'explained' && !mayBlame(world).includes(conclusion.cause.check);
          return [...lies(diagnosis, world), ...(wrong ? [conclusion.cause.check] : [])].map(
            (lie) => `${world.id}: ${lie}`,
          );
        }),
      );
      expect(told.flat()).toEqual([]);
    },
    60_000,
  );
});

type Confirms = (cause: Finding, incident: Incident) => boolean;

const isStep =
  (step: PullStep): Confirms =>
  (cause) =>
    cause.position.step === step;
const isCheck =
  (...checks: readonly string[]): Confirms =>
  (cause) =>
    checks.includes(cause.check);

/** Which causes a text of each kind can confirm: the others would read otherwise, however broken they are. */
const CONFIRMS: Readonly<Partial<Record<SymptomKind, Confirms>>> = {
  not_found: isStep('object'),
  access_denied: (cause, { denial }) => cause.position.step === 'permission' || denial === null,
  timeout: isStep('path'),
  connection_refused: isStep('path'),
  registry_auth_init: ({ position: { stage, step } }) => stage === 'token' && step !== 'object',
  auth_missing_or_expired: isCheck('registry-credentials-on-ecr', 'missing-role'),
  platform_mismatch: isCheck('wrong-platform'),
  kms: isCheck('key-unusable'),
  disk_full: isCheck('image-too-large'),
  layer_download_failed: ({ position }) => position.stage === 'layers',
  dns: isCheck('vpc-dns-off'),
  rate_limited: () => false,
  tls: () => false,
  other: () => false,
};

const WORDS: Readonly<Partial<Record<SymptomKind, Symptom>>> = {
  rate_limited: aSymptom('rate_limited', 'toomanyrequests: Rate exceeded', ['permission']),
  tls: aSymptom('tls', 'x509: certificate signed by unknown authority', ['path']),
  dns: aSymptom('dns', 'no such host', ['path']),
};

function aSymptom(kind: SymptomKind, quote: string, explainedBy: readonly PullStep[]): Symptom {
  const [step = 'path'] = explainedBy;
  return { kind, quote, reached: { stage: 'token', step }, until: { stage: 'layers', step: 'object' }, explainedBy };
}

describe('the words of one failure, where another thing is broken', () => {
  const bare = { denial: null, connection: null };
  const told = WORLDS.filter(({ message }) => message !== '').map((world) => incidentOf(world));
  const texts = new Map<SymptomKind, Pick<Incident, 'symptom' | 'denial' | 'connection'>>([
    ...told.flatMap((incident) => (incident.symptom === null ? [] : [[incident.symptom.kind, incident] as const])),
    ...Object.values(WORDS).map((symptom) => [symptom.kind, { ...bare, symptom }] as const),
  ]);
  const places = [
    ...new Map(WORLDS.map((world) => [world.expect.cause ?? world.expect.conclusion, world])).values(),
  ].filter((world) => incidentOf(world).image !== null);

  it.each([...texts])(
    '%s',
    async (kind, { symptom, denial, connection }) => {
      const lied = await Promise.all(
        places.map(async (world) => {
          const asked = { ...incidentOf(world), ...bare, symptom: null };
          const incident = { ...asked, symptom, denial, connection };
          const { conclusion } = await diagnose(world.build(), incident);
          if (conclusion.kind === 'would-pull-now') {
            const { conclusion: plain } = await diagnose(world.build(), asked);
            return plain.kind === 'would-pull-now'
              ? []
              : [`${world.id}: it would pull, and is ${plain.kind} without a text`];
          }
          if (conclusion.kind !== 'explained' || conclusion.certainty !== 'confirmed') return [];
          const isTrue = CONFIRMS[kind]?.(conclusion.cause, incident) === true;
          return isTrue ? [] : [`${world.id}: ${conclusion.cause.check} is confirmed`];
        }),
      );
      expect(lied.flat()).toEqual([]);
    },
    60_000,
  );
});
