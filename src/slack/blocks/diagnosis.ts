import type { ActionsBlock, Button, KnownBlock, RichTextBlockElement } from '@slack/types';
import type { Diagnosis } from '../../domain/diagnosis.ts';
import type { Fix } from '../../domain/fix.ts';
import { plural } from '../../lib/plural.ts';
import { ACTION_IDS } from './action-ids.ts';
import { button } from './button.ts';
import { fullestThatFits, MOST_CHARACTERS_OF_BLOCKS, MOST_CHARACTERS_OF_TEXT } from './drawn.ts';
import type { Detail, Drawn } from './drawn.ts';
import { hasMissingPermissions } from './missing-permissions.ts';
import { bullets, emoji, paragraph, richText, sentence } from './rich-text.ts';
import { clip, mrkdwn } from './text.ts';
import type { AccountNames } from './text.ts';
import { verdictLead, verdictParts } from './verdict-parts.ts';
import type { VerdictLead, VerdictPart } from './verdict-parts.ts';

const MOST_CHARACTERS_OF_LEAD = 1_000;
const MOST_FIXES = 4;

/**
 * The verdict, as a message of its own. When there is more to say than Slack takes, each part is shortened alike; the
 * rest is behind the button with all checks.
 * @param isPictured a picture of the network stands above it, so that its ways need no words
 */
export function drawDiagnosis(diagnosis: Diagnosis, names: AccountNames, isPictured = false): Drawn {
  const lead = verdictLead(diagnosis.conclusion, names);
  const parts = verdictParts(diagnosis, names, isPictured);
  const buttons = verdictButtons(diagnosis);
  return {
    text: fullestThatFits((detail) => verdictText(lead, shorten(parts, detail)), MOST_CHARACTERS_OF_TEXT),
    blocks: fullestThatFits(
      (detail) => [...verdictBlocks(lead, shorten(parts, detail)), buttons],
      MOST_CHARACTERS_OF_BLOCKS,
    ),
  };
}

function shorten(parts: readonly VerdictPart[], { linesAPart, charactersALine }: Detail): VerdictPart[] {
  return parts.map((part) => {
    const shown = part.lines
      .slice(0, Math.min(linesAPart, part.atMost ?? linesAPart))
      .map((line) => clip(line, charactersALine));
    const hidden = part.lines.length - shown.length;
    return { ...part, lines: hidden === 0 ? shown : [...shown, `${hidden} more under all checks.`] };
  });
}

function verdictText({ says, certainty }: VerdictLead, parts: readonly VerdictPart[]): string {
  const opening = mrkdwn(says, MOST_CHARACTERS_OF_LEAD);
  return [certainty === '' ? opening : `${opening} ${certainty}`, ...parts.map(partText)].join('\n');
}

function partText({ heading, lines }: VerdictPart): string {
  const sentences = lines.map((line) => mrkdwn(line));
  if (heading === undefined) return sentences.join('\n');
  return [`${heading}:`, ...sentences.map((line) => `• ${line}`)].join('\n');
}

function verdictBlocks({ sign, says, certainty }: VerdictLead, parts: readonly VerdictPart[]): KnownBlock[] {
  const opening = paragraph(
    emoji(sign),
    ...sentence(' '),
    ...sentence(clip(says, MOST_CHARACTERS_OF_LEAD), { bold: true }),
    ...(certainty === '' ? [] : sentence(` ${certainty}`, { italic: true })),
  );
  return [richText(opening), ...parts.map((part) => richText(...partElements(part)))];
}

function partElements({ heading, lines }: VerdictPart): RichTextBlockElement[] {
  if (heading === undefined) return lines.map((line) => paragraph(...sentence(line)));
  return [paragraph(...sentence(heading, { bold: true })), bullets(lines)];
}

export function verdictButtons(diagnosis: Diagnosis): ActionsBlock {
  const { incident, findings, fixes } = diagnosis;
  const { showChecks, showMissingPermissions, lookAgain } = ACTION_IDS;
  const all = `All ${plural(findings.length, 'check')}`;
  const elements: Button[] = [
    ...fixes.slice(0, MOST_FIXES).map((fix, index) => fixButton(fix, incident.id, index)),
    ...(findings.length > 0 ? [button({ id: showChecks, text: all, value: incident.id })] : []),
    ...(hasMissingPermissions(diagnosis)
      ? [button({ id: showMissingPermissions, text: 'Show what to allow me', value: incident.id })]
      : []),
    button({ id: lookAgain, text: 'Look again', value: incident.id }),
  ];
  return { type: 'actions', elements };
}

/** A button that opens a plan ends in an ellipsis: pressing it changes nothing yet. */
function fixButton(fix: Fix, diagnosisId: string, index: number): Button {
  return button({
    id: `${ACTION_IDS.openFix}:${index}`,
    text: `${clip(fix.title, 70)} …`,
    value: fixKey({ diagnosisId, fixId: fix.id }),
    label: `Open the plan, ${fix.kind}: ${fix.title}`,
    ...(index === 0 && fix.kind === 'repair' ? { style: 'primary' as const } : {}),
  });
}

/** Which fix of which diagnosis a button is for. Both are looked up when it is pressed, and neither is believed. */
export interface FixKey {
  readonly diagnosisId: string;
  readonly fixId: string;
}

function fixKey({ diagnosisId, fixId }: FixKey): string {
  return `${diagnosisId}/${fixId}`;
}

export function readFixKey(value: string): FixKey | null {
  const cut = value.lastIndexOf('/');
  return cut < 1 ? null : { diagnosisId: value.slice(0, cut), fixId: value.slice(cut + 1) };
}
