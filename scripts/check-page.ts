import { FACTS } from '../src/aws/facts/index.ts';
import type { ReadFactName } from '../src/aws/reader.ts';
import type { Action } from '../src/domain/aws.ts';
import type { Check } from '../src/domain/check.ts';
import type { FactName } from '../src/domain/facts.ts';
import { DERIVED } from '../src/investigation/derived/index.ts';

/** Below this line a page is written by hand. */
export const HEAD_END = '<!-- generated above, written below -->';

/** The generated part of a check's page: everything that stands in its code. */
export function drawHead(check: Check): string {
  const { id, question, stage, step, needs, after, answers } = check;
  return [
    `# ${id}`,
    '',
    `**${question}**`,
    '',
    `Stage \`${stage}\`, step \`${step}\`.${after === undefined ? '' : ` Asked only when ${after.map((each) => `[${each}](${each}.md)`).join(' or ')} failed.`}`,
    '',
    `Needs ${needs.map((need) => `\`${need}\``).join(', ')}; reading that takes ${actionsOf(needs)
      .map((action) => `\`${action}\``)
      .join(', ')}.`,
    '',
    '| answer | verdict | what is said |',
    '|---|---|---|',
    ...Object.entries(answers).map(
      ([answer, { verdict, says }]) => `| \`${answer}\` | ${verdict} | ${says.replaceAll('|', '\\|')} |`,
    ),
    '',
    HEAD_END,
    '',
  ].join('\n');
}

/** The IAM actions that learning these facts takes, in order of name. */
function actionsOf(needs: readonly FactName[]): readonly Action[] {
  const read = needs.flatMap((need): readonly ReadFactName[] => (isRead(need) ? [need] : DERIVED[need].from));
  return [...new Set(read.flatMap((name) => FACTS[name].actions))].toSorted();
}

function isRead(name: FactName): name is ReadFactName {
  return name in FACTS;
}
