import type { Platform, SymptomKind } from '../domain/incident.ts';
import type { PartialImage } from './partial-image.ts';
import type { Reading } from './parse-message.ts';

/** What `ecr-why parse` prints of a message. */
export interface ParseLine {
  readonly isPullFailure: boolean;
  readonly platform: Platform;
  readonly symptom: SymptomKind | null;
  readonly image: PartialImage | null;
}

/** The fields of a reading that the command line promises to keep. */
export function toParseLine(reading: Reading): ParseLine {
  const { isPullFailure, platform, symptom, partialImage } = reading;
  return { isPullFailure, platform, symptom: symptom?.kind ?? null, image: partialImage };
}
