import { startsRecord } from './hard-wraps.ts';
import { messageText, type MessageText } from './message-text.ts';

/** What a pull that succeeded ends with; the line after it is about something else. Source: kubernetes; docker/cli. */
const SUCCESS = /Successfully pulled image |Downloaded newer image for |Image is up to date for /;

/** The entries of a log or the rows of an events table, each with the lines that continue it; prose is one record. */
export function splitRecords(normalised: string): MessageText[] {
  const records: string[][] = [[]];
  let isDone = false;
  for (const line of normalised.split('\n')) {
    if (isDone || startsRecord(line)) records.push([]);
    records.at(-1)?.push(line);
    isDone = SUCCESS.test(line);
  }
  return records.map((lines) => messageText(lines.join('\n')));
}
