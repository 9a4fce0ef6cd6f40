import type { Evaluation, EcrIncident, Meaning } from '../domain/check.ts';
import type { LegPathFact, PathHop, PullLeg, SubnetPaths } from '../domain/network-path.ts';
import { comparePositions } from '../domain/pull-stage.ts';
import { listOf } from '../lib/plural.ts';
import type { HopReason } from '../semantics/vpc-path/hop-reasons.ts';

type Standing = 'open' | 'perhaps' | 'not-on-the-way';

/**
 * What a check of the path may say: for every reason why a hop of its kind is shut or unknown a sentence of its own.
 * No reason belongs to two checks, so one broken hop makes one check fail.
 *
 * Sentences may name `{{what}}` was looked at, on the way from which `{{subnets}}` to which `{{legs}}`, and the hop's details.
 */
export type PathAnswers = Readonly<Record<Standing, Meaning>> & Readonly<Partial<Record<HopReason, Meaning>>>;

type AnswerOf<Answers extends PathAnswers> = Standing | Extract<keyof Answers, HopReason>;

/** What every check of the path declares alike: which connection it is about, the facts decide. */
export const PATH_CHECK = { from: 'token', stage: 'layers', step: 'path', needs: ['networkPaths'] } as const;

/** The answers that are the same for every kind of hop. */
export const PATH_ANSWERS = {
  perhaps: {
    verdict: 'unknown',
    says: 'Whether {{what}} shuts the way from {{subnets}} to {{legs}} depends on addresses that are not known.',
  },
  'not-on-the-way': { verdict: 'not-applicable', says: 'The way of the pull does not lead there.' },
} as const satisfies Partial<PathAnswers>;

/** The reasons that show a route to lead out: what a check of routes takes for open. */
export const ROUTES_OUT = [
  'route-to-nat',
  'route-to-internet-gateway',
  'route-to-gateway-endpoint',
  'route-to-egress-only-gateway',
  'route-to-peering',
] as const satisfies readonly HopReason[];

/** A hop on the way of one connection out of one subnet. */
interface Sight {
  readonly subnet: string;
  readonly leg: PullLeg;
  readonly hop: PathHop;
}

/**
 * The answer of one check, with `opens` the reasons that show its kind of hop to be open. When several connections are
 * concerned, it is about the first that the message can be about.
 */
export function pathAnswer<Answers extends PathAnswers>(
  answers: Answers,
  opens: readonly HopReason[],
  paths: readonly SubnetPaths[],
  incident: EcrIncident,
): Evaluation<AnswerOf<Answers>> {
  const shut = sightings(paths, 'blocked').filter(({ hop }) => isAnswer(answers, hop.reason));
  if (shut.length > 0) return evaluation(answers, paths, shut, incident);
  const unsure = sightings(paths, 'unknown').filter(({ hop }) => isAnswer(answers, hop.reason));
  if (unsure.length > 0) return evaluation(answers, paths, unsure, incident);
  const open = sightings(paths, 'open').filter(({ hop }) => opens.some((reason) => reason === hop.reason));
  return open.length > 0 ? { answer: 'open', data: dataOf(paths, open) } : { answer: 'not-on-the-way' };
}

function sightings(paths: readonly SubnetPaths[], verdict: 'blocked' | 'unknown' | 'open'): readonly Sight[] {
  return paths.flatMap(({ subnet, legs }) =>
    legs.flatMap((path) => countingHops(path, verdict).map((hop) => ({ subnet, leg: path.leg, hop }))),
  );
}

/** Of a path that is shut only the first shut hop counts, and nothing that is unknown. */
function countingHops(path: LegPathFact, verdict: PathHop['verdict']): readonly PathHop[] {
  const hops = path.hops.filter((hop) => hop.verdict === verdict);
  if (verdict === 'blocked') return hops.slice(0, 1);
  return verdict === 'unknown' && path.verdict === 'blocked' ? [] : hops;
}

function evaluation<Answers extends PathAnswers>(
  answers: Answers,
  paths: readonly SubnetPaths[],
  sights: readonly Sight[],
  { symptom }: EcrIncident,
): Evaluation<AnswerOf<Answers>> {
  const isMeant = ({ leg }: Sight): boolean =>
    symptom === null ||
    (comparePositions({ ...symptom.reached, stage: leg }, symptom.reached) >= 0 &&
      comparePositions({ ...symptom.until, stage: leg }, symptom.until) <= 0);
  const told = sights.find(isMeant) ?? sights[0];
  if (told === undefined) throw new RangeError('an answer is about some hop');
  const { reason, verdict } = told.hop;
  const alike = sights.filter(({ hop }) => hop.reason === reason);
  const data = dataOf(paths, alike, told);
  if (!isAnswer(answers, reason)) throw new RangeError(`no answer for ${reason}`);
  // A rule that would shut the way, if only it were known which way that is.
  const isPerhaps = verdict === 'unknown' && answers[reason]?.verdict === 'fail';
  return { answer: isPerhaps ? 'perhaps' : reason, data, stage: told.leg };
}

function isAnswer<Answers extends PathAnswers>(
  answers: Answers,
  reason: string,
): reason is Extract<keyof Answers, HopReason> {
  return Object.hasOwn(answers, reason);
}

const PULL_LEGS = ['token', 'manifest', 'layers'] as const satisfies readonly PullLeg[];

const LEG_WORDS: Readonly<Record<PullLeg, string>> = {
  token: '`ecr.api` (the token)',
  manifest: '`ecr.dkr` (the manifest)',
  layers: 'S3 (the layers)',
};

function dataOf(paths: readonly SubnetPaths[], sights: readonly Sight[], told = sights[0]): Record<string, string> {
  const legs = PULL_LEGS.filter((leg) => sights.some((sight) => sight.leg === leg));
  const subjects = sights.flatMap(({ hop }) => hop.subject.split(' '));
  return {
    ...told?.hop.detail,
    subject: told?.hop.subject ?? '',
    subnet: told?.subnet ?? '',
    what: quoted(subjects),
    legs: legs.length === PULL_LEGS.length ? 'ECR and S3' : listOf(legs.map((leg) => LEG_WORDS[leg])),
    subnets: subnetWords(paths, sights),
  };
}

/**
 * When a service has several subnets and not all are concerned, that is half of the answer. One that is shut elsewhere, or
 * not seen whole, may be shut here as well.
 */
function subnetWords(paths: readonly SubnetPaths[], sights: readonly Sight[]): string {
  const concerned = new Set(sights.map(({ subnet }) => subnet));
  const legs = new Set(sights.map(({ leg }) => leg));
  const others = paths
    .filter(({ subnet }) => !concerned.has(subnet))
    .filter((path) => path.legs.every(({ leg, verdict }) => verdict === 'reachable' || !legs.has(leg)))
    .map(({ subnet }) => subnet);
  const words = `subnet${concerned.size === 1 ? '' : 's'} ${quoted([...concerned])}`;
  return others.length === 0 ? words : `${words} (unlike ${quoted(others)})`;
}

function quoted(ids: readonly string[]): string {
  return listOf([...new Set(ids)].map((id) => `\`${id}\``));
}
