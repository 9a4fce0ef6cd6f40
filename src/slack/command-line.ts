import { isEcrImage } from '../domain/image-reference.ts';
import type { WorkloadRef } from '../domain/incident.ts';
import { normalise } from '../intake/normalise.ts';
import { explainBadImage, parseImage } from '../intake/parse-image.ts';
import { readMessage } from '../intake/parse-message.ts';
import type { Sighting } from './ports.ts';
import { sightingsOf } from './sightings.ts';

/** What somebody typed after `/ecr` or a mention. */
export type Command =
  | { readonly kind: 'why'; readonly sightings: readonly [Sighting, ...Sighting[]] }
  /** `why` and nothing else: about the thread that it stands in, where it stands in one. */
  | { readonly kind: 'bare' }
  | { readonly kind: 'help' }
  /** The problem in words, without a full stop. */
  | { readonly kind: 'bad'; readonly problem: string };

const OPTIONS = ['cluster', 'service', 'task', 'role'] as const;
type Option = (typeof OPTIONS)[number];

const UNKNOWN_OPTION = `The options are ${OPTIONS.map((option) => `--${option}`).join(', ')}`;

/** Reads `why <image> [--cluster C --service S | --task ARN | --role ARN]`, or an error message after `why`. */
export function readCommand(text: string): Command {
  const words = plainWords(text);
  const [first = '', ...rest] = words;
  const verb = first.toLowerCase();
  if (verb === 'help' || verb === '') return verb === '' ? { kind: 'bare' } : { kind: 'help' };
  // What was typed is never repeated: a secret may have been pasted by mistake.
  if (verb !== 'why') return { kind: 'bad', problem: 'I know two commands, `why` and `help`' };
  if (rest.length === 0) return { kind: 'bare' };

  const reading = readMessage(text);
  if (reading.isPullFailure) {
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
  const options = new Map<Option, string>();
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (!word.startsWith('--')) {
      names.push(word);
      continue;
    }
    const [name = '', inline] = word.slice(2).split('=', 2);
    const option = OPTIONS.find((known) => known === name);
    if (option === undefined) return { kind: 'bad', problem: UNKNOWN_OPTION };
    const value = inline ?? words[(at += 1)];
    if (value === undefined || value === '' || value.startsWith('--'))
      return { kind: 'bad', problem: `--${option} needs a value` };
    options.set(option, value);
  }
  return toCommand(names, options);
}

function toCommand(names: readonly string[], options: ReadonlyMap<Option, string>): Command {
  const workload = readWorkload(options);
  if (typeof workload === 'string') return { kind: 'bad', problem: workload };
  const written = names.join(' ');
  const image = parseImage(written);
  if (image === null && (written !== '' || workload === null))
    return { kind: 'bad', problem: explainBadImage(written) };
  const platform = workload?.kind === 'ecs-service' || workload?.kind === 'ecs-task' ? 'ecs' : 'unknown';
  const sighting: Sighting = {
    image,
    registry: isEcrImage(image) ? image.registry : null,
    platform,
    symptom: null,
    workload,
    denial: null,
    connection: null,
    failedAt: null,
  };
  return { kind: 'why', sightings: [sighting] };
}

/** Who pulls, as the options say; a problem in words, without a full stop, when they do not fit together. */
function readWorkload(options: ReadonlyMap<Option, string>): WorkloadRef | string | null {
  const [cluster, service, task, role] = OPTIONS.map((option) => options.get(option));
  if ([service, task, role].filter((value) => value !== undefined).length > 1)
    return 'Name one of --service, --task and --role';
  if (role !== undefined) return readRole(role);
  if (task !== undefined) return readTask(task, cluster);
  if (service !== undefined && cluster !== undefined)
    return { kind: 'ecs-service', place: {}, cluster: lastPart(cluster), service: lastPart(service) };
  return service === undefined && cluster === undefined ? null : '--cluster and --service go together';
}

function readRole(role: string): WorkloadRef | string {
  return /^arn:aws[\w-]*:iam::\d{12}:role\/[\w+=,.@/-]{1,576}$/.test(role)
    ? { kind: 'role', role }
    : '--role needs the ARN of a role';
}

function readTask(task: string, cluster: string | undefined): WorkloadRef | string {
  const { workload } = readMessage(task);
  if (workload?.kind === 'ecs-task')
    return cluster === undefined ? workload : { ...workload, cluster: lastPart(cluster) };
  if (/^[0-9a-f-]{32,36}$/.test(task) && cluster !== undefined)
    return { kind: 'ecs-task', place: {}, cluster: lastPart(cluster), task };
  return '--task needs the ARN of a task';
}

/** The name at the end of an ARN, or the name itself. */
function lastPart(name: string): string {
  return name.split('/').at(-1) ?? name;
}
