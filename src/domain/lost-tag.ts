import type { EcrIncident } from './check.ts';

/**
 * Runtimes ask for `latest` where an image has no tag, but their messages often leave out a tag that was there. Kubelet
 * quotes the image as the pod names it.
 */
export function isTagLost({ image, symptom, platform }: EcrIncident): boolean {
  return symptom !== null && platform !== 'kubernetes' && image.tag === undefined && image.digest === undefined;
}
