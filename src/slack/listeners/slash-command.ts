import type { App, SlashCommand } from '@slack/bolt';
import { orApologise } from '../apology.ts';
import { beginDiagnoses } from '../begin-diagnosis.ts';
import type { Drawn } from '../blocks/drawn.ts';
import { drawHelp } from '../blocks/help.ts';
import { drawRefusal } from '../blocks/refusal.ts';
import { whyNotHere } from '../incoming/channel-rule.ts';
import { readCommand } from '../incoming/command-line.ts';
import type { Edge } from '../edge.ts';

/** `/ecr why <image>`: opens a thread of its own, for a slash command stands in none. */
export function registerSlashCommand(app: App, edge: Edge): void {
  app.command('/ecr', async ({ ack, command, respond }) => {
    await ack();
    const say = (drawn: Drawn) => respond({ response_type: 'ephemeral', ...drawn });
    await orApologise(edge, say, async () => {
      const answer = await answerTo(edge, command);
      if (answer !== null) await say(answer);
    });
  });
}

/** What to say to the one who asked alone; `null` when a thread says it. */
async function answerTo(edge: Edge, command: SlashCommand): Promise<Drawn | null> {
  const { channel_id: channel, user_id: user, team_id: team, response_url: responseUrl } = command;
  const asked = readCommand(command.text);
  if (asked.kind === 'help') return drawHelp();
  if (asked.kind === 'bare') return drawHelp('Name the image that cannot be pulled');
  if (asked.kind === 'bad') return drawHelp(asked.problem);

  const refusal = await whyNotHere(edge, channel, { user, team });
  if (refusal !== null) return drawRefusal(refusal);
  return beginDiagnoses(edge, asked.sightings, { team, channel, threadTs: null, user, responseUrl });
}
