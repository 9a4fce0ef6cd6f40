import type { FactSource, Learned } from '../domain/facts.ts';
import type { EcsWorkload } from '../domain/puller-facts.ts';
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
  const workload = await learnWorkload(incident, source, onBug);
  if (workload?.known !== true) return incident;
  return { ...incident, image: imageOf(workload.value, incident) };
}

/** A bug in finding the workload costs what only the workload knows, not the diagnosis. */
async function learnWorkload(
  incident: Incident,
  source: FactSource,
  onBug: OnBug,
): Promise<Learned<'workload'> | null> {
  try {
    return await source.learn('workload', incident);
  } catch (error) {
    onBug('locate', error);
    return null;
  }
}

/** The one image of the workload that can be the one meant; what was said when none or several can. */
function imageOf({ images, failedImage }: EcsWorkload, incident: Incident): ImageReference | null {
  const candidates = [...new Set(failedImage === null ? images : [failedImage])]
    .map((text) => parseImage(text))
    .filter((image) => image !== null);
  const said = incident.image;
  const asked = registriesAsked(incident, candidates);
  const fitting = candidates.filter(({ registry, repository }) =>
    said === null
      ? asked.every((each) => isSameRegistry(registry, each))
      : registry.host === said.registry.host && repository === said.repository,
  );
  return fitting.length === 1 ? (fitting[0] ?? said) : said;
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
