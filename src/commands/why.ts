import { randomUUID } from 'node:crypto';
import { text as readAll } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { AwsFactSource } from '../aws/fact-source.ts';
import { CallMeter } from '../aws/meter.ts';
import type { Incident, WorkloadRef } from '../domain/incident.ts';
import { explainBadImage, parseImage } from '../intake/parse-image.ts';
import { readMessage, toIncident } from '../intake/parse-message.ts';
import { investigate } from '../investigation/investigate.ts';
import { withDerivedFacts } from '../investigation/derived-facts.ts';
import { drawDiagnosis } from '../terminal/draw-diagnosis.ts';
import { BadUse } from './bad-use.ts';
import { openRealAws, openWorld, worldNamed } from './open-aws.ts';
import { readOptions } from './read-options.ts';
import { readWorkload } from './read-workload.ts';

const OPTIONS = {
  cluster: { type: 'string' },
  service: { type: 'string' },
  task: { type: 'string' },
  role: { type: 'string' },
  'eks-cluster': { type: 'string' },
  node: { type: 'string' },
  nodegroup: { type: 'string' },
  namespace: { type: 'string' },
  workload: { type: 'string' },
  account: { type: 'string' },
  region: { type: 'string' },
  world: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** `ecr-why why`: diagnoses one pull and prints what it found. */
export async function why(args: readonly string[]): Promise<number> {
  const { values, positionals } = readOptions(() =>
    parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true }),
  );
  if (positionals.length > 1)
    throw new BadUse(`Expected one image, got ${positionals.length}: quote a message, or pipe it to "ecr-why why -".`);
  const world = values.world === undefined ? undefined : worldNamed(values.world);
  const workload = readWorkload(values) ?? world?.workload ?? null;
  const asked = positionals[0] ?? worldQuestion(world);
  const incident = await readIncident(asked, workload);

  let bugs = 0;
  const onBug = (check: string, error: unknown): void => {
    bugs += 1;
    process.stderr.write(`ecr-why: ${check} failed to run: ${error instanceof Error ? error.stack : String(error)}\n`);
  };
  const started = performance.now();
  const meter = new CallMeter();
  const identities = world === undefined ? openRealAws(process.env) : openWorld(world);
  const diagnosis = await investigate(incident, {
    source: withDerivedFacts(new AwsFactSource(identities, meter)),
    tell: () => undefined,
    onBug,
  });
  const stats = {
    durationMs: Math.round(performance.now() - started),
    awsCalls: meter.calls,
    duplicateAwsCalls: meter.duplicates,
  };
  process.stdout.write(
    values.json === true ? `${JSON.stringify({ ...diagnosis, stats }, null, 2)}\n` : drawDiagnosis(diagnosis),
  );
  // The others' findings still stand, so they are printed; but a diagnosis with a hole of ours in it is no success.
  return bugs === 0 ? 0 : 1;
}

/** What a person would paste or ask in a world. */
function worldQuestion(world: { message: string; image?: string } | undefined): string | undefined {
  if (world === undefined) return undefined;
  return world.message === '' ? world.image : world.message;
}

async function readIncident(asked: string | undefined, workload: WorkloadRef | null): Promise<Incident> {
  const named = { id: randomUUID(), reportedAt: new Date().toISOString() };
  if (asked === undefined && workload === null) {
    throw new BadUse(
      'Expected an image, "-" or a workload, such as: ecr-why why 123456789012.dkr.ecr.us-east-1.amazonaws.com/my-app:v2.1.0',
    );
  }
  const text = asked === '-' ? await readAll(process.stdin) : (asked ?? '');
  const image = parseImage(text.trim());
  const reading = readMessage(text);
  const read = toIncident(reading, named);
  if (asked !== undefined && image === null && reading.symptom === null && reading.image === null)
    throw new BadUse(explainBadImage(text));
  const incident = image === null ? read : { ...read, image, symptom: null };
  return { ...incident, workload: workload ?? incident.workload };
}
