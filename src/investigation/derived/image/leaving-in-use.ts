import type { EcrIncident } from '../../../domain/check.ts';
import { isImageIndex } from '../../../domain/image-index.ts';
import { tagAsked } from '../../../domain/image-reference.ts';
import type { ImageInUse, LeavingImage } from '../../../domain/facts/prevention.ts';
import type { Image } from '../../../domain/facts/registry.ts';
import { type Departure, forecastLifecycle, parseLifecyclePolicy } from '../../../semantics/lifecycle-policy/index.ts';
import { defineDerived, known } from '../define-derived.ts';

/** Long enough to act, and near enough that most of what is deployed every week has not come to its end anyway. */
const DAYS_AHEAD = 7;

/** Which tasks run is asked only where something leaves: it takes many calls. What one place hides cannot unsay what another shows. */
export const leavingInUse = defineDerived({
  name: 'leavingInUse',
  from: ['lifecyclePolicy', 'images', 'imagesInUse'],
  async derive(learn, incident) {
    const [policy, images] = await Promise.all([learn('lifecyclePolicy'), learn('images')]);
    if (!policy.known) return policy;
    if (policy.value === null) return known(null, policy.evidence);
    const parsed = parseLifecyclePolicy(policy.value.text);
    if ('problem' in parsed) return known('unreadable', policy.evidence);
    if (!images.known) return images;
    const present = images.value.filter(({ status }) => status !== 'ARCHIVED');
    const departures = forecastLifecycle(parsed.policy, present, incident.reportedAt, DAYS_AHEAD);
    const seen = [...policy.evidence, ...images.evidence];
    if (departures.length === 0) return known([], seen);
    const inUse = await learn('imagesInUse');
    const uses = [...askedFor(incident), ...(inUse.known ? inUse.value.images.map(named) : [])];
    const all = departures.flatMap((departure) => leavingBy(departure, present, uses));
    const leaving = all.toSorted((a, b) => Number(b.isCertain) - Number(a.isCertain));
    const evidence = inUse.known ? [...seen, ...inUse.evidence] : seen;
    if (leaving.length > 0) return known(leaving, evidence);
    if (!inUse.known) return inUse;
    const [gap] = inUse.value.gaps;
    return gap === undefined ? known([], evidence) : { known: false, gap };
  },
});

function named(use: ImageInUse): ImageInUse {
  return { ...use, user: `\`${use.user}\`` };
}

/** What the incident is about is wanted as well, also when it does not run. */
function askedFor({ image, workload }: EcrIncident): readonly ImageInUse[] {
  const user = workload?.kind === 'ecs-service' ? `\`${workload.service}\`` : 'this pull';
  const { digest = null } = image;
  return [{ digest, tag: digest === null ? tagAsked(image) : null, user }];
}

function leavingBy(
  { digest, rule, at, isTied }: Departure,
  images: readonly Image[],
  uses: readonly ImageInUse[],
): readonly LeavingImage[] {
  const image = images.find((each) => each.digest === digest);
  if (image === undefined) return [];
  // The push that a count waits for takes a name such as `latest` away, so that the rule is no longer about this image.
  if (at === null && !image.tags.some((tag) => /\d/.test(tag))) return [];
  const using = uses.filter((use) => use.digest === digest || (use.tag !== null && image.tags.includes(use.tag)));
  const [first] = using;
  if (first === undefined) return [];
  const mayBePart = !isImageIndex(image) && images.some(isImageIndex);
  return [
    {
      name: using.find(({ tag }) => tag !== null && image.tags.includes(tag))?.tag ?? image.tags[0] ?? digest,
      users: [...new Set(using.map(({ user }) => user))],
      rulePriority: rule.priority,
      action: rule.action,
      at,
      isCertain: !isTied && !mayBePart,
    },
  ];
}
