import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { describe, expect, it } from 'vitest';
import { IN_CHANNEL, openStory } from '../support/a-story.ts';
import { diagnosis } from '../support/diagnoses.ts';
import { fakeSlack, refusal } from '../support/fake-slack.ts';

/** A place that takes what is sent to a response URL. */
async function withHook(act: (url: string, told: string[]) => Promise<void>): Promise<void> {
  const told: string[] = [];
  const server = createServer((request, response) => {
    request.on('data', (chunk: Buffer) => told.push(chunk.toString()));
    request.on('end', () => response.end('ok'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await act(`http://127.0.0.1:${portOf(server)}/`, told);
  await new Promise((resolve) => server.close(resolve));
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}

describe('where we are not a member', () => {
  it('tells the one who asked alone: that it looks, the verdict, and how to let the others follow', async () => {
    await withHook(async (url, told) => {
      const slack = fakeSlack();
      slack.fail('chat.postMessage', refusal('not_in_channel'));
      const { teller, saved } = await openStory(
        slack,
        { conversation: { ...IN_CHANNEL, responseUrl: `${url}hook` } },
        `${url}api/`,
      );
      await teller.finish(diagnosis(), 1);
      expect(told).toHaveLength(2);
      expect(told[0]).toContain('/invite @ecr-why');
      expect(JSON.parse(told[1] ?? '')).toMatchObject({
        response_type: 'ephemeral',
        text: expect.stringMatching(/^Repository/),
      });
      expect(saved()).toEqual({ isWhispered: true });

      const again = await openStory(
        slack,
        { conversation: { ...IN_CHANNEL, responseUrl: `${url}hook` }, notes: saved(), isRerun: true },
        `${url}api/`,
      );
      await again.teller.finish(diagnosis(), 1);
      expect(told).toHaveLength(2);
    });
  });

  it('sends a response only to Slack', async () => {
    await withHook(async (url, told) => {
      const slack = fakeSlack();
      slack.fail('chat.postMessage', refusal('not_in_channel'));
      const { teller, lines } = await openStory(slack, { conversation: { ...IN_CHANNEL, responseUrl: `${url}hook` } });
      await teller.finish(diagnosis(), 1);
      expect(told).toEqual([]);
      expect(lines.map(({ level }) => level)).toEqual(['error', 'error']);
    });
  });
});
