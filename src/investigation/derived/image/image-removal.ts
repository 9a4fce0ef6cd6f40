import type { EcrIncident } from '../../../domain/check.ts';
import type { Learned } from '../../../domain/facts.ts';
import { type ImageRemoval, type Removal, tookAway } from '../../../domain/facts/history.ts';
import { conditionOf, parseRecordedRule, selectionOf } from '../../../semantics/lifecycle-policy/index.ts';
import { defineDerived, known } from '../define-derived.ts';
import { type MissedImage, missedImage } from './missed-image.ts';

const FROM = ['image', 'frozenImage', 'removals'] as const;

export const imageRemoval = defineDerived({ name: 'imageRemoval', from: FROM, derive: findRemoval });

/** For whom the record is a proof and not the whole answer: that it cannot be read is then a word of its own. */
export const removalProof = defineDerived({
  name: 'removalProof',
  from: FROM,
  async derive(learn, incident) {
    const removals = await learn('removals');
    if (!removals.known) return known('unknown', []);
    const found = await findRemoval(learn, incident);
    return found.known ? known(found.value, found.evidence) : found;
  },
});

type Learn = <Name extends (typeof FROM)[number]>(name: Name) => Promise<Learned<Name>>;

/** Who pulls may not be known; then nothing was frozen that we know of. */
async function findRemoval(learn: Learn, incident: EcrIncident): Promise<Learned<'imageRemoval'>> {
  const [image, frozen, removals] = await Promise.all([learn('image'), learn('frozenImage'), learn('removals')]);
  if (!image.known) return image;
  if (!removals.known) return removals;
  const missed = missedImage(incident, image.value, frozen.known ? frozen.value : null);
  const removal = removals.value.find((each) => explains(each, missed));
  return known(removal === undefined ? null : inWords(removal), removals.evidence);
}

/** The newest record that fits is the one that counts: what happened before it was undone by another push. */
function explains(removal: Removal, { held, ...wanted }: MissedImage): boolean {
  if (held !== null) return removal.kind === 'archived' && tookAway(removal, { ...wanted, digest: held.digest });
  return removal.kind !== 'archived' && tookAway(removal, wanted);
}

function inWords(removal: Removal): ImageRemoval {
  const rule = removal.rule === null ? null : parseRecordedRule(removal.rule.text);
  return { ...removal, takes: rule === null ? null : { selects: selectionOf(rule), condition: conditionOf(rule) } };
}
