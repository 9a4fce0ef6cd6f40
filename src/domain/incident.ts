import type { Action, Arn, Place, Timestamp } from './aws.ts';
import type { EcrRegistry, ImageReference } from './image-reference.ts';
import type { PullPosition, PullStep } from './pull-stage.ts';

/** One pull that failed: what the message said, and nothing that AWS has told us yet. */
export interface Incident {
  readonly id: string;
  readonly reportedAt: Timestamp;
  /** Absent when the message names no image; then the workload does. */
  readonly image: ImageReference | null;
  /** The ECR registry that the message names, also where it names no whole image: a host that timed out, say. */
  readonly registry: EcrRegistry | null;
  readonly platform: Platform;
  /** Absent when a person asked about an image without an error text. */
  readonly symptom: Symptom | null;
  readonly workload: WorkloadRef | null;
  /** The IAM sentence of the message, decoded. */
  readonly denial: Denial | null;
  /** What the message says was dialled or asked, when a connection failed. */
  readonly connection: Connection | null;
  /** When the pull failed, if the message says so. */
  readonly failedAt: Timestamp | null;
}

export const PLATFORMS = [
  'ecs',
  'kubernetes',
  'lambda',
  'docker',
  'batch',
  'codebuild',
  'apprunner',
  'sagemaker',
  'unknown',
] as const;
export type Platform = (typeof PLATFORMS)[number];

export const SYMPTOM_KINDS = [
  'not_found',
  'access_denied',
  'auth_missing_or_expired',
  'timeout',
  'dns',
  'tls',
  'connection_refused',
  'rate_limited',
  'platform_mismatch',
  'disk_full',
  'kms',
  'invalid_reference',
  'layer_download_failed',
  'throttled',
  'registry_auth_init',
  'other',
] as const;
export type SymptomKind = (typeof SYMPTOM_KINDS)[number];

/** What the text says, and what it proves about how far the pull had come. It points and acquits; it never convicts. */
export interface Symptom {
  readonly kind: SymptomKind;
  /** The words of the message that say so, redacted. */
  readonly quote: string;
  /** The earliest place in the pull that may be at fault: everything before it is acquitted by the text. */
  readonly reached: PullPosition;
  /** The latest place that may be at fault: what lies behind it was not tried. */
  readonly until: PullPosition;
  /** The steps whose failure would produce this text; a failing check of another step does not explain it. */
  readonly explainedBy: readonly PullStep[];
}

/** Who was pulling, as far as the message or the person says. Its state is a fact, and is read from AWS. */
export type WorkloadRef =
  | { readonly kind: 'ecs-service'; readonly place: Partial<Place>; readonly cluster: string; readonly service: string }
  | { readonly kind: 'ecs-task'; readonly place: Partial<Place>; readonly cluster?: string; readonly task: string }
  | { readonly kind: 'role'; readonly role: Arn }
  | {
      readonly kind: 'kubernetes-pod';
      readonly place?: Partial<Place>;
      readonly cluster?: string;
      readonly nodegroup?: string;
      readonly namespace?: string;
      readonly pod?: string;
      readonly node?: string;
    }
  | { readonly kind: 'lambda-function'; readonly place: Partial<Place>; readonly functionName: string }
  | { readonly kind: 'batch-job'; readonly place: Partial<Place>; readonly job: string }
  | { readonly kind: 'build-project'; readonly place: Partial<Place>; readonly project: string }
  | { readonly kind: 'apprunner-service'; readonly place: Partial<Place>; readonly service: Arn };

/** The layers of policy that AWS names in an access-denied sentence. */
export const POLICY_LAYERS = [
  'identity-based',
  'resource-based',
  'permissions boundary',
  'session',
  'service control',
  'resource control',
  'VPC endpoint',
  'role trust',
] as const;
export type PolicyLayer = (typeof POLICY_LAYERS)[number];

/** `User: … is not authorized to perform: … on resource: … because no … policy allows …`, decoded. */
export interface Denial {
  readonly principal: Arn;
  readonly action: Action;
  readonly resource: string | null;
  /** `null` when the sentence does not say which layer denied: the old wording, or a type that we do not know. */
  readonly layer: PolicyLayer | null;
  readonly explicit: boolean;
  /** The policy that the sentence names, when it does. */
  readonly policy: Arn | null;
}

/** Where a failed connection was going. */
export interface Connection {
  readonly host: string | null;
  readonly address: string | null;
  readonly port: number | null;
  /** Which part of the pull this host serves; `null` when it is none that we know. */
  readonly leg: 'token' | 'manifest' | 'layers' | null;
  /** What the address belongs to; `unknown` when the shipped ranges do not say. */
  readonly addressOf: 'private' | 's3' | 'ecr' | 'amazon' | 'other' | 'unknown' | null;
}
