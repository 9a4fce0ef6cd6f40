import type { Timestamp } from '../domain/aws.ts';
import type { Connection, Denial, Incident, Platform, Symptom, WorkloadRef } from '../domain/incident.ts';
import type { EcrRegistry, ImageReference } from '../domain/image-reference.ts';
import { findConnection } from './connection.ts';
import { findDenial } from './denial.ts';
import { findFailedAt } from './failed-at.ts';
import { redact } from './redact.ts';
import { findWorkload } from './workload.ts';
import { chooseImages, type ImagesFound } from './choose-image.ts';
import { messageText, says, type MessageText } from './message-text.ts';
import { normalise } from './normalise.ts';
import { toReference, type PartialImage } from './partial-image.ts';
import { platformOf } from './platform.ts';
import { isPullFailure, isRoleRefused, reportsFailure } from './pull-failure.ts';
import { splitRecords } from './records.ts';
import { registryOf } from './registry-host.ts';
import { withoutCode } from './source-code.ts';
import { statesSymptom, symptomOf } from './symptom.ts';

/** What a message says, and nothing that it does not. */
export interface Reading {
  /** Whether it reports a pull that failed. When it does not, stay silent in channels. */
  readonly isPullFailure: boolean;
  readonly platform: Platform;
  /** What it says went wrong; also of a task that never came to its pull. */
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
  const records = splitRecords(normalised);
  const message = failingPart(records, whole);
  const { main, others } = imagesOf(message, records);
  const platform = platformOf(whole);
  const denial = findDenial(message);
  const connection = findConnection(message);
  const isFailure = isPullFailure(
    messageText(withoutCode(normalised)),
    main !== null || denial !== null || connection !== null,
  );
  return {
    isPullFailure: isFailure,
    platform,
    symptom: isFailure || isRoleRefused(whole) ? symptomOf({ message, image: main, denial, connection }) : null,
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

/** The images of the records that report the failure; when they name none, of those that do not report a success. */
function imagesOf(message: MessageText, records: readonly MessageText[]): ImagesFound {
  const found = chooseImages(message);
  if (found.main !== null || records.length < 2) return found;
  return chooseImages(joined(records.filter((record) => !says(record, 'successfully pulled'))));
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
function failingPart(records: readonly MessageText[], whole: MessageText): MessageText {
  const failing = records.filter(reportsFailure);
  if (failing.length === 0) return whole;
  const part = joined(failing);
  const [head] = records;
  // What stands before the first entry may be the end of one that was not copied whole, and then it says why.
  return head === undefined || failing.includes(head) || statesSymptom(part) ? part : joined([head, ...failing]);
}

function joined(records: readonly MessageText[]): MessageText {
  return messageText(records.map(({ flat }) => flat).join('\n'));
}
