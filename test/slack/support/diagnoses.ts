import type { Diagnosis, Explained } from '../../../src/domain/diagnosis.ts';
import type { Evidence, Gap } from '../../../src/domain/evidence.ts';
import type { Finding } from '../../../src/domain/finding.ts';
import type { Fix } from '../../../src/domain/fix.ts';
import type { Incident } from '../../../src/domain/incident.ts';

export const NAMES = { '111122223333': 'registry', '444455556666': 'shop-prod' };

export const INCIDENT: Incident = {
  id: 'd-1',
  reportedAt: '2026-11-21T15:02:00Z',
  registry: {
    kind: 'ecr',
    host: '111122223333.dkr.ecr.eu-west-1.amazonaws.com',
    account: '111122223333',
    region: 'eu-west-1',
  },
  image: {
    text: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/api:v2.1.0',
    registry: {
      kind: 'ecr',
      host: '111122223333.dkr.ecr.eu-west-1.amazonaws.com',
      account: '111122223333',
      region: 'eu-west-1',
    },
    repository: 'shop/api',
    tag: 'v2.1.0',
  },
  platform: 'ecs',
  symptom: {
    kind: 'not_found',
    quote: 'shop/api:v2.1.0: not found',
    reached: { stage: 'manifest', step: 'object' },
    until: { stage: 'manifest', step: 'object' },
    explainedBy: ['object'],
  },
  workload: null,
  denial: null,
  connection: null,
  failedAt: null,
};

export const DESCRIBED: Evidence = {
  action: 'ecr:DescribeImages',
  place: { account: '111122223333', region: 'eu-west-1' },
  subject: 'shop/api:v2.1.0',
  observed: 'no image with this tag',
  at: '2026-11-21T15:02:11.120Z',
};

export function finding(change: Partial<Finding> = {}): Finding {
  return {
    check: 'missing-image',
    question: 'Does the repository hold the image that the tag or digest names?',
    position: { stage: 'manifest', step: 'object' },
    verdict: 'fail',
    answer: 'missing',
    data: {},
    summary: 'Repository `shop/api` exists, but holds no image `shop/api:v2.1.0`.',
    evidence: [DESCRIBED],
    gaps: [],
    after: [],
    ...change,
  };
}

export const REPOSITORY_EXISTS = finding({
  check: 'missing-repository',
  question: 'Does the repository exist?',
  verdict: 'pass',
  answer: 'present',
  summary: 'Repository `shop/api` exists in 111122223333.',
});

export const EXPIRED = finding({
  check: 'expired-by-lifecycle',
  summary:
    'Lifecycle rule 2 expires every tag when older than 14 days: an image with this tag would have been removed by it.',
  evidence: [],
  after: ['missing-image'],
});

export const MUTABLE = finding({
  check: 'mutable-tags',
  position: { stage: 'prevention', step: 'object' },
  summary: 'Tags of `shop/api` can be overwritten.',
  evidence: [],
});

export const DENIED_GAP: Gap = {
  fact: 'lifecyclePolicy',
  reason: 'denied',
  action: 'ecr:GetLifecyclePolicy',
  account: '111122223333',
  region: 'eu-west-1',
  role: 'arn:aws:iam::111122223333:role/EcrWhyRead',
  resources: ['arn:aws:ecr:*:111122223333:repository/*'],
  self: null,
};

export const NOT_ALLOWED = finding({
  check: 'denied-token',
  question: 'May the puller get a token?',
  position: { stage: 'token', step: 'permission' },
  verdict: 'unknown',
  answer: null,
  summary: 'In 111122223333 eu-west-1, role `EcrWhyRead` lacks `ecr:GetLifecyclePolicy`.',
  evidence: [],
  gaps: [DENIED_GAP],
});

const put = (imageTagMutability: string) =>
  [
    {
      action: 'ecr:PutImageTagMutability',
      place: { account: '111122223333', region: 'eu-west-1' },
      resource: 'arn:aws:ecr:eu-west-1:111122223333:repository/shop/api',
      input: { registryId: '111122223333', repositoryName: 'shop/api', imageTagMutability },
    },
  ] as const;

export const FIX: Fix = {
  id: 'make-tags-immutable',
  check: 'mutable-tags',
  kind: 'prevent',
  title: 'Make tags of shop/api immutable',
  effect: 'No tag can be overwritten any more.',
  blastRadius: 'A pipeline that overwrites a tag will get ImageTagAlreadyExistsException.',
  widensAccess: false,
  calls: put('IMMUTABLE'),
  undo: put('MUTABLE'),
  before: { fact: 'repository', fields: { tagMutability: 'MUTABLE', exclusionFilters: [] } },
  after: { fact: 'repository', fields: { tagMutability: 'IMMUTABLE', exclusionFilters: [] } },
};

export function explained(change: Partial<Explained> = {}): Explained {
  return {
    kind: 'explained',
    certainty: 'confirmed',
    cause: finding(),
    because: [EXPIRED],
    follows: [],
    alsoWrong: [MUTABLE],
    unknown: [],
    ...change,
  };
}

export function diagnosis(change: Partial<Diagnosis> = {}): Diagnosis {
  return {
    version: 1,
    incident: INCIDENT,
    conclusion: explained(),
    findings: [REPOSITORY_EXISTS, finding(), EXPIRED, MUTABLE],
    fixes: [FIX],
    recovery: [],
    paths: null,
    ...change,
  };
}
