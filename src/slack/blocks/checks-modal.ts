import type { KnownBlock, ModalView } from '@slack/types';
import { HEADINGS, toDo } from '../../domain/conclusion-words.ts';
import type { Diagnosis } from '../../domain/diagnosis.ts';
import type { Finding, Verdict } from '../../domain/finding.ts';
import type { Recovery } from '../../domain/recovery.ts';
import { PULL_STAGES } from '../../domain/pull-stage.ts';
import type { PullStage } from '../../domain/pull-stage.ts';
import { plural } from '../../lib/plural.ts';
import { pathInWords } from '../../picture/path-to-show.ts';
import { bullets, paragraph, preformatted, richText, sentence } from './rich-text.ts';
import { prettyStatement } from './statement-lines.ts';
import { clip, code, nameAccounts } from './text.ts';
import type { AccountNames } from './text.ts';
import { evidenceLine } from './verdict-parts.ts';

const MOST_BLOCKS = 100;
const MOST_EVIDENCE_A_CHECK = 6;
const MOST_STATEMENTS_A_CHECK = 4;

const STAGE_TITLES: Readonly<Record<PullStage, string>> = {
  reference: 'Image name',
  token: 'Token',
  manifest: 'Manifest',
  layers: 'Layers',
  start: 'Start',
  prevention: 'Prevention: explains no failure',
};

const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  pass: '✓ Yes.',
  fail: '✗ No.',
  unknown: '? Could not be checked.',
  'not-applicable': '– Does not apply.',
};

/** The ways back with their commands, then every check with its question, its answer and what AWS said, in the order of a pull. */
export function drawChecks(diagnosis: Diagnosis, names: AccountNames): ModalView {
  const { findings, recovery } = diagnosis;
  const blocks = [
    ...recoveryBlocks(recovery, names),
    ...pathBlocks(diagnosis),
    ...PULL_STAGES.flatMap((stage) => stageBlocks(stage, findings, names)),
  ];
  const hidden = blocks.length - MOST_BLOCKS;
  const shown =
    hidden > 0 ? [...blocks.slice(0, MOST_BLOCKS - 1), note(`${hidden + 1} more do not fit here.`)] : blocks;
  return {
    type: 'modal',
    title: { type: 'plain_text', text: clip(`All ${plural(findings.length, 'check')}`, 24) },
    close: { type: 'plain_text', text: 'Close' },
    blocks: shown.length > 0 ? shown : [note('No check was asked.')],
  };
}

/** Also where a picture was shown: Slack may lose one after it has said that it took it. */
function pathBlocks(diagnosis: Diagnosis): KnownBlock[] {
  const ways = pathInWords(diagnosis).map((line) => clip(line, 1_000));
  if (ways.length === 0) return [];
  return [{ type: 'header', text: { type: 'plain_text', text: HEADINGS.paths } }, richText(bullets(ways))];
}

function recoveryBlocks(recovery: readonly Recovery[], names: AccountNames): KnownBlock[] {
  if (recovery.length === 0) return [];
  return [
    { type: 'header', text: { type: 'plain_text', text: HEADINGS.recovery } },
    ...recovery.map(({ says, byHand }) =>
      richText(
        paragraph(...sentence(clip(nameAccounts(says, names), 500))),
        ...(byHand.length === 0 ? [] : [bullets(byHand.map((command) => code(clip(command, 1_000))))]),
      ),
    ),
  ];
}

function stageBlocks(stage: PullStage, findings: readonly Finding[], names: AccountNames): KnownBlock[] {
  const here = findings.filter(({ position }) => position.stage === stage);
  if (here.length === 0) return [];
  return [
    { type: 'header', text: { type: 'plain_text', text: STAGE_TITLES[stage] } },
    ...here.map((finding) => findingBlock(finding, names)),
  ];
}

function findingBlock(finding: Finding, names: AccountNames): KnownBlock {
  const { question, verdict, summary, evidence, statements = [] } = finding;
  const said = evidence
    .slice(0, MOST_EVIDENCE_A_CHECK)
    .map((each) => clip(nameAccounts(evidenceLine(each), names), 500));
  return richText(
    paragraph(...sentence(clip(question, 300), { bold: true })),
    paragraph(...sentence(clip(`${VERDICT_WORDS[verdict]} ${nameAccounts(summary, names)}`, 1_500))),
    ...statements
      .slice(0, MOST_STATEMENTS_A_CHECK)
      .flatMap((change) => [
        paragraph(...sentence(`${clip(nameAccounts(toDo(change), names), 300)}:`)),
        preformatted(clip(prettyStatement(change), 2_000)),
      ]),
    ...(said.length === 0 ? [] : [bullets(said)]),
  );
}

function note(words: string): KnownBlock {
  return richText(paragraph(...sentence(words)));
}
