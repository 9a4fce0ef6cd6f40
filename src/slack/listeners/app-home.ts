import type { App } from '@slack/bolt';
import { drawHome } from '../blocks/home.ts';
import type { Edge } from '../edge.ts';
import { rightNow } from '../fixes/fix-authority.ts';
import { mayDecide } from '../fixes/fix-rights.ts';
import type { FixRequest, Person } from '../ports.ts';

/** Draws the App Home anew each time that somebody opens it. */
export function registerAppHome(app: App, edge: Edge): void {
  app.event('app_home_opened', async ({ event, body }) => {
    if (event.tab !== 'home') return;
    const { desk, names, clients } = edge;
    const person = { user: event.user, team: body.team_id };
    const facts = await desk.homeOf(person);
    const waiting = await decidableBy(edge, person, facts.waiting);
    const view = drawHome({ ...facts, waiting }, desk.accounts, names);
    await clients.steady.views.publish({ user_id: event.user, view });
  });
}

/** The requests that wait for this person: others are nobody's business but their owners'. */
async function decidableBy(edge: Edge, person: Person, waiting: readonly FixRequest[]): Promise<FixRequest[]> {
  const rights = await Promise.all(waiting.map(({ fix }) => rightNow(edge, person, fix)));
  return waiting.filter((request, index) => {
    const right = rights[index];
    return right !== undefined && mayDecide(right, person, request);
  });
}
