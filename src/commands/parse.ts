import { createInterface } from 'node:readline';
import { text as readAll } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { toParseLine } from '../intake/parse-line.ts';
import { readMessage } from '../intake/parse-message.ts';
import { parseJson } from '../lib/parse-json.ts';
import { BadUse } from './bad-use.ts';
import { readOptions } from './read-options.ts';

const Line = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

/** `ecr-why parse`: what a message says, as JSON. */
export async function parse(args: readonly string[]): Promise<number> {
  const { values } = readOptions(() => parseArgs({ args: [...args], options: { jsonl: { type: 'boolean' } } }));
  if (values.jsonl !== true) {
    process.stdout.write(`${JSON.stringify(toParseLine(readMessage(await readAll(process.stdin))), null, 2)}\n`);
    return 0;
  }
  let number = 0;
  for await (const line of createInterface({ input: process.stdin })) {
    number += 1;
    if (line.trim() === '') continue;
    const { data } = Line.safeParse(parseJson(line));
    if (data === undefined)
      throw new BadUse(`Line ${number} is not as expected: each must be like {"id": "1", "text": "…"}.`);
    process.stdout.write(`${JSON.stringify({ id: data.id, ...toParseLine(readMessage(data.text)) })}\n`);
  }
  return 0;
}
