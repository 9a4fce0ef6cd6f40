import { startsRecord } from './hard-wraps.ts';
import { messageText, type MessageText } from './message-text.ts';

/** The entries of a log or the rows of an events table, each with the lines that continue it; prose is one record. */
export function splitRecords(normalised: string): MessageText[] {
  const records: string[][] = [[]];
  for (const line of normalised.split('\n')) {
    if (startsRecord(line)) records.push([]);
    records.at(-1)?.push(line);
  }
  return records.map((lines) => messageText(lines.join('\n')));
}
