import type { Diagnosis } from '../../domain/diagnosis.ts';
import { verdictButtons } from './diagnosis.ts';
import type { Drawn } from './drawn.ts';
import { linesBlock, linesText, link } from './lines.ts';
import type { Line } from './lines.ts';
import type { EarlierAnswer } from './records.ts';
import { clip } from './text.ts';
import type { AccountNames } from './text.ts';
import { verdictLead } from './verdict-parts.ts';

const MOST_CHARACTERS_OF_LEAD = 1_000;

/**
 * A verdict that was given before and still holds: its sentence, and where the rest of it stands.
 * @param permalink to the earlier thread; `null` when Slack did not give one
 */
export function drawSameAnswer(
  diagnosis: Diagnosis,
  names: AccountNames,
  { at }: EarlierAnswer,
  permalink: string | null,
): Drawn {
  const { sign, says, certainty } = verdictLead(diagnosis.conclusion, names);
  const lead = clip(says, MOST_CHARACTERS_OF_LEAD);
  const thread = permalink === null ? 'an earlier thread here' : link(permalink, 'that thread');
  const lines: Line[] = [
    [certainty === '' ? lead : `${lead} ${certainty}`],
    [`This is the same as ${at}. The evidence and what can be done stand in `, thread, '. Nothing has changed since.'],
  ];
  return { text: linesText(lines), blocks: [linesBlock(lines, sign), verdictButtons({ ...diagnosis, fixes: [] })] };
}
