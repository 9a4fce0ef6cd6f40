import type { EcsWorkload, FactSource } from '../domain/facts.ts';
import { type EcrRegistry, type ImageReference, isEcrImage } from '../domain/image-reference.ts';
import type { Incident } from '../domain/incident.ts';
import { parseImage } from '../intake/parse-image.ts';

/**
 * Gives an incident the image that its workload runs, when the message itself names none, or names it without the tag:
 * runtimes often leave it out.
 */
export async function locate(incident: Incident, source: FactSource): Promise<Incident> {
  const { image, symptom } = incident;
  const isTagLost = image !== null && symptom !== null && image.tag === undefined && image.digest === undefined;
  const isFindable = incident.workload !== null || symptom !== null;
  if (image === null ? !isFindable : !isTagLost || !isEcrImage(image)) return incident;
  const workload = await source.learn('workload', incident);
  if (!workload.known || workload.value === null) return incident;
  return { ...incident, image: imageOf(workload.value, image, incident.registry) };
}

/** The image of the workload that can be the one meant; what was said when none can. */
function imageOf(
  { images }: EcsWorkload,
  said: ImageReference | null,
  from: EcrRegistry | null,
): ImageReference | null {
  const parsed = images.map((text) => parseImage(text)).filter((image) => image !== null);
  if (said === null)
    return parsed.find(({ registry }) => registry.host === from?.host) ?? parsed.find(isEcrImage) ?? parsed[0] ?? null;
  return (
    parsed.find(({ registry, repository }) => registry.host === said.registry.host && repository === said.repository) ??
    said
  );
}
