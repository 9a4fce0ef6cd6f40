import type { ImageReference } from '../domain/image-reference.ts';
import { normalise } from './normalise.ts';
import { readMessage, type Reading } from './parse-message.ts';
import { splitRecords } from './records.ts';

/** What a message says of how one pull failed. */
export type OwnWords = Pick<Reading, 'symptom' | 'denial' | 'connection' | 'failedAt'>;

/**
 * What a message says of one image among several: the words of the entry, paragraph or line that names it, and no other
 * image's. Nothing where the only words that state a failure are another image's: they would convict the wrong one.
 */
export function ownWords(text: string, reading: Reading, about: ImageReference): OwnWords {
  for (const part of partsOf(text)) {
    if (!part.includes(about.repository)) continue;
    const own = readMessage(part);
    if (own.isPullFailure && own.otherImages.length === 0 && isOf(own, about)) {
      const { symptom, denial, connection, failedAt } = own;
      return { symptom, denial, connection, failedAt: failedAt ?? reading.failedAt };
    }
  }
  return sharedWords(reading, about);
}

/** What is said of all of them, or of nobody in particular. */
function sharedWords(reading: Reading, { repository }: ImageReference): OwnWords {
  const { symptom, denial, connection, failedAt } = reading;
  const rivals = [reading.image, ...reading.otherImages].flatMap((other) =>
    other === null || other.repository === repository ? [] : [other.repository],
  );
  const isOthers = (words: string) => rivals.some((rival) => words.includes(rival)) && !words.includes(repository);
  if (symptom !== null && isOthers(symptom.quote)) return { symptom: null, denial: null, connection: null, failedAt };
  const isDenied = denial !== null && !isOthers(denial.resource ?? '');
  return { symptom, denial: isDenied ? denial : null, connection, failedAt };
}

/** Entries before paragraphs before lines: each has the lines that continue it. */
function partsOf(text: string): string[] {
  const normalised = normalise(text);
  const records = splitRecords(normalised).map(({ flat }) => flat);
  return [...records, ...normalised.split(/\n\s*\n/), ...normalised.split('\n')];
}

/** Whether the words can be about this image: nothing that both of them say differs. */
function isOf({ partialImage }: Reading, { repository, tag, digest }: ImageReference): boolean {
  if (partialImage?.repository !== repository) return false;
  const isTagged = partialImage.tag === null || tag === undefined || partialImage.tag === tag;
  return isTagged && (partialImage.digest === null || digest === undefined || partialImage.digest === digest);
}
