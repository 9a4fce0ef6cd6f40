import type { Finding } from '../domain/finding.ts';
import type { Incident, SymptomKind } from '../domain/incident.ts';

/** The texts that the failure of few checks, or one answer of theirs, can produce, or of none: whatever else is wrong would read otherwise. */
const PRODUCED_BY: Readonly<Partial<Record<SymptomKind, readonly string[]>>> = {
  // Whoever was asked counts, or shows a certificate: nothing that is asked here decides that.
  rate_limited: [],
  throttled: [],
  tls: [],
  dns: ['vpc-dns-off', 'private-dns-off: private-zone-lacks-name'],
  kms: ['key-unusable'],
  // What was compared, or unpacked, had been found.
  platform_mismatch: ['wrong-platform'],
  disk_full: ['image-too-large'],
};

/** Whether a failure of this check would read as the text does, where the position in the pull does not tell. */
export function readsLike(
  { check, answer, position: { stage, step } }: Finding,
  { symptom, denial }: Incident,
): boolean {
  if (symptom === null) return true;
  const producers = PRODUCED_BY[symptom.kind];
  if (producers !== undefined) return producers.includes(check) || producers.includes(`${check}: ${answer}`);
  // The registry asks for a token before it looks at anything else.
  if (symptom.kind === 'auth_missing_or_expired') return stage === 'token';
  // Whoever is denied is told so; a pull-through cache that may not fetch says "not found", and is asked as an object.
  if (symptom.kind === 'not_found') return step === 'object';
  // IAM's own sentence is about a policy. Only a repository that is missing reads so too: to another account, it denies.
  if (denial !== null && step === 'object') return check === 'missing-repository';
  return true;
}
