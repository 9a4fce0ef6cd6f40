import type { FactSource } from '../domain/facts.ts';
import type { EcsWorkload } from '../domain/facts/puller.ts';
import { type ImageReference, isEcrImage, type Registry } from '../domain/image-reference.ts';
import type { Incident } from '../domain/incident.ts';
import { parseImage } from '../intake/parse-image.ts';
import { isDockerHub, registryOf } from '../intake/registry-host.ts';
import type { OnBug } from './run-check.ts';

/**
 * Gives an incident the image that its workload runs, when the message itself names none, or names it without the tag:
 * runtimes often leave it out. Where several images can be meant, none is chosen.
 */
export async function locate(incident: Incident, source: FactSource, onBug: OnBug): Promise<Incident> {
  const { image, symptom } = incident;
  const isTagLost = image !== null && symptom !== null && image.tag === undefined && image.digest === undefined;
  const isFindable = incident.workload !== null || symptom !== null;
  if (image === null ? !isFindable : !isTagLost || !isEcrImage(image)) return incident;
  const runs = await learnImages(incident, source, onBug);
  return runs === null ? incident : { ...incident, image: imageOf(runs, incident) };
}

type Runs = Pick<EcsWorkload, 'images' | 'failedImage'>;

/** What ECS runs, or what is named elsewhere. A bug in finding it costs what only the workload knows, not the diagnosis. */
async function learnImages(incident: Incident, source: FactSource, onBug: OnBug): Promise<Runs | null> {
  try {
    const workload = await source.learn('workload', incident);
    if (workload.known) return workload.value;
    const puller = OUTSIDE_ECS.has(incident.workload?.kind) ? await source.learn('puller', incident) : null;
    return puller?.known === true ? { images: puller.value.images, failedImage: null } : null;
  } catch (error) {
    onBug('locate', error);
    return null;
  }
}

/** Workloads that say what they pull, and are none of ECS. */
const OUTSIDE_ECS: ReadonlySet<string | undefined> = new Set([
  'lambda-function',
  'batch-job',
  'build-project',
  'apprunner-service',
]);

/** The one image of the workload that can be the one meant; what was said when none or several can. */
function imageOf({ images, failedImage }: Runs, incident: Incident): ImageReference | null {
  const candidates = [...new Set(failedImage === null ? images : [failedImage])]
    .map((text) => parseImage(text))
    .filter((image) => image !== null);
  const said = incident.image;
  const fitting =
    said === null
      ? imagesAsked(incident, candidates)
      : candidates.filter(
          ({ registry, repository }) => registry.host === said.registry.host && repository === said.repository,
        );
  return fitting.length === 1 ? (fitting[0] ?? said) : said;
}

function imagesAsked(incident: Incident, candidates: readonly ImageReference[]): readonly ImageReference[] {
  const from = (registries: readonly Registry[], images = candidates): readonly ImageReference[] =>
    images.filter(({ registry }) => registries.every((each) => isSameRegistry(registry, each)));
  const asked = from(registriesAsked(incident, candidates));
  if (asked.length > 0 || incident.connection?.leg !== 'layers') return asked;
  // A pull-through cache of ECR may send whoever pulls first to the layers of its upstream registry.
  return from(incident.registry === null ? [] : [incident.registry], candidates.filter(isEcrImage));
}

/** The registries that the message says were asked: by name, or by the host of a connection that failed. */
function registriesAsked(
  { registry, connection }: Incident,
  candidates: readonly ImageReference[],
): readonly Registry[] {
  const { host = null, leg = null } = connection ?? {};
  const dialled = host === null ? null : registryOf(host);
  // Any other host may be a proxy, an endpoint or a store of layers: it says nothing of the registry.
  const isRegistry =
    host !== null &&
    (leg === 'manifest' || isDockerHub(host) || candidates.some((image) => image.registry.host === host));
  return [registry, isRegistry ? dialled : null].filter((each) => each !== null);
}

/** One registry answers under several hosts: FIPS or not, dual-stack or not. */
function isSameRegistry(a: Registry, b: Registry): boolean {
  if (a.kind === 'ecr' && b.kind === 'ecr') return a.account === b.account && a.region === b.region;
  return a.kind === b.kind && (a.kind === 'ecr-public' || a.host === b.host);
}
