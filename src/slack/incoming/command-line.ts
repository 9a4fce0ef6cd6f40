import { isEcrImage } from '../../domain/image-reference.ts';
import type { Platform, WorkloadRef } from '../../domain/incident.ts';
import { readNamedWorkload, WORKLOAD_OPTIONS, type WorkloadOption } from '../../intake/named-workload.ts';
import { normalise } from '../../intake/normalise.ts';
import { explainBadImage, parseImage } from '../../intake/parse-image.ts';
import { readMessage } from '../../intake/parse-message.ts';
import type { Sighting } from '../ports.ts';
import { sightingsOf } from './sightings.ts';

/** What somebody typed after `/ecr` or a mention. */
export type Command =
  | { readonly kind: 'why'; readonly sightings: readonly [Sighting, ...Sighting[]] }
  /** `why` and nothing else: about the thread that it stands in, where it stands in one. */
  | { readonly kind: 'bare' }
  | { readonly kind: 'help' }
  /** The problem in words, without a full stop. */
  | { readonly kind: 'bad'; readonly problem: string };

const UNKNOWN_OPTION = `I do not know one of these options: they are ${WORKLOAD_OPTIONS.map((option) => `--${option}`).join(', ')}`;

/** Reads `why <image>` with options that say who pulls, such as `--cluster C --service S`, or an error message after `why`. */
export function readCommand(text: string): Command {
  const words = plainWords(text);
  const [first = '', ...rest] = words;
  const verb = first.toLowerCase();
  if (verb === 'help' || verb === '') return verb === '' ? { kind: 'bare' } : { kind: 'help' };
  // What was typed is never repeated: a secret may have been pasted by mistake.
  if (verb !== 'why') return { kind: 'bad', problem: 'I know two commands, `why` and `help`' };
  if (rest.length === 0) return { kind: 'bare' };

  const reading = readMessage(text);
  // Who asks about a task that never came to its pull is answered too.
  if (reading.symptom !== null) {
    const sightings = sightingsOf({ text, reading });
    if (sightings !== null) return { kind: 'why', sightings };
  }
  return readQuestion(rest);
}

/** Slack makes links of image names, and phones make one long dash of two. */
function plainWords(text: string): string[] {
  return normalise(text)
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => word.replace(/^[\u2013\u2014]/, '--'));
}

function readQuestion(words: readonly string[]): Command {
  const names: string[] = [];
  const options = new Map<WorkloadOption, string>();
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (!word.startsWith('--')) {
      names.push(word);
      continue;
    }
    const [name = '', inline] = word.slice(2).split('=', 2);
    const option = WORKLOAD_OPTIONS.find((known) => known === name);
    if (option === undefined) return { kind: 'bad', problem: UNKNOWN_OPTION };
    const value = inline ?? words[(at += 1)];
    if (value === undefined || value === '' || value.startsWith('--'))
      return { kind: 'bad', problem: `--${option} needs a value` };
    options.set(option, value);
  }
  return toCommand(names, options);
}

function toCommand(names: readonly string[], options: ReadonlyMap<WorkloadOption, string>): Command {
  const workload = readNamedWorkload(Object.fromEntries(options));
  if (typeof workload === 'string') return { kind: 'bad', problem: workload };
  const written = names.join(' ');
  const image = parseImage(written);
  if (image === null && (written !== '' || workload === null))
    return { kind: 'bad', problem: explainBadImage(written) };
  const sighting: Sighting = {
    image,
    registry: isEcrImage(image) ? image.registry : null,
    platform: platformOf(workload),
    symptom: null,
    workload,
    denial: null,
    connection: null,
    failedAt: null,
  };
  return { kind: 'why', sightings: [sighting] };
}

/** Where it runs, as its kind says. */
function platformOf(workload: WorkloadRef | null): Platform {
  return workload === null ? 'unknown' : PLATFORMS[workload.kind];
}

const PLATFORMS: Readonly<Record<WorkloadRef['kind'], Platform>> = {
  'ecs-service': 'ecs',
  'ecs-task': 'ecs',
  role: 'unknown',
  'kubernetes-pod': 'kubernetes',
  'lambda-function': 'lambda',
  'batch-job': 'batch',
  'build-project': 'codebuild',
  'apprunner-service': 'apprunner',
};
