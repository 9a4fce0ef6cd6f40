import type { Timestamp } from '../domain/aws.ts';
import type { Connection, Denial, Incident, Platform, Symptom, WorkloadRef } from '../domain/incident.ts';
import type { EcrRegistry, ImageReference } from '../domain/image-reference.ts';
import { findConnection } from './connection.ts';
import { findDenial } from './denial.ts';
import { findFailedAt } from './failed-at.ts';
import { redact } from './redact.ts';
import { findWorkload } from './workload.ts';
import { chooseImages } from './choose-image.ts';
import { messageText, type MessageText } from './message-text.ts';
import { normalise } from './normalise.ts';
import { toReference, type PartialImage } from './partial-image.ts';
import { platformOf } from './platform.ts';
import { isPullFailure, reportsFailure } from './pull-failure.ts';
import { splitRecords } from './records.ts';
import { registryOf } from './registry-host.ts';
import { symptomOf } from './symptom.ts';

/** What a message says, and nothing that it does not. */
export interface Reading {
  /** Whether it reports a pull that failed. When it does not, stay silent in channels. */
  readonly isPullFailure: boolean;
  readonly platform: Platform;
  readonly symptom: Symptom | null;
  /** The image in full; `null` when a part that it needs is missing or masked. */
  readonly image: ImageReference | null;
  /** The ECR registry of the image, also where the rest of it is too little for a reference. */
  readonly registry: EcrRegistry | null;
  /** What is certain about the image, even where that is too little for a reference. */
  readonly partialImage: PartialImage | null;
  /** Further images that failed in the same message, at most four. */
  readonly otherImages: readonly ImageReference[];
  readonly workload: WorkloadRef | null;
  readonly denial: Denial | null;
  readonly connection: Connection | null;
  readonly failedAt: Timestamp | null;
}

/** Reads any text, as pasted. Never throws; takes time proportional to the length of the text; repeats no secret. */
export function readMessage(text: string): Reading {
  const normalised = redact(normalise(text));
  const whole = messageText(normalised);
  const message = failingPart(normalised, whole);
  const { main, others } = chooseImages(message);
  const platform = platformOf(whole);
  const denial = findDenial(message);
  const connection = findConnection(message);
  const isFailure = isPullFailure(whole, main !== null || denial !== null || connection !== null);
  return {
    isPullFailure: isFailure,
    platform,
    symptom: isFailure ? symptomOf({ message, image: main, denial, connection }) : null,
    image: main === null ? null : toReference(main),
    registry: ecrRegistryOf(main),
    partialImage: main,
    otherImages: others.flatMap((image) => toReference(image) ?? []),
    workload: findWorkload(whole, platform, denial),
    denial,
    connection,
    failedAt: findFailedAt(message),
  };
}

/** The incident that a message reports. */
export function toIncident(reading: Reading, named: { readonly id: string; readonly reportedAt: Timestamp }): Incident {
  const { image, registry, platform, symptom, workload, denial, connection, failedAt } = reading;
  return { ...named, image, registry, platform, symptom, workload, denial, connection, failedAt };
}

/** The whole of the registry that an image names; `null` outside of ECR. */
function ecrRegistryOf(image: PartialImage | null): EcrRegistry | null {
  const registry = image?.registry == null ? null : registryOf(image.registry);
  return registry?.kind === 'ecr' ? registry : null;
}

/**
 * The records that report the failure: beside them may stand probes that were refused and images that arrived. All of the
 * message, when no single record reports it.
 */
function failingPart(normalised: string, whole: MessageText): MessageText {
  const failing = splitRecords(normalised).filter(reportsFailure);
  return failing.length === 0 ? whole : messageText(failing.map(({ flat }) => flat).join('\n'));
}
