import type { LocalSlack } from '../local-slack.ts';
import { MethodFailure } from '../web-api/call.ts';
import { click, clickView, openHome, runShortcut } from './clicking.ts';
import { closeView, submit } from './forms.ts';
import type { HumanAction, Outcome } from './human-actions.ts';
import { DONE, failed } from './outcomes.ts';
import { post, runCommand, shareSnippet } from './speaking.ts';

/**
 * Lets a person do something. Resolves when the app has acknowledged it, where the person would see that. An answer of
 * the app that Slack would refuse is a failure that says what was wrong with it.
 */
export async function act(slack: LocalSlack, action: HumanAction): Promise<Outcome> {
  if (!slack.workspace.people.some((person) => person.id === action.user)) return failed('There is no such person.');
  try {
    return await perform(slack, action);
  } catch (error) {
    if (!(error instanceof MethodFailure)) throw error;
    return failed(
      `The app answered with what Slack would refuse: ${error.message} ${error.problems.join('; ')}`.trim(),
    );
  }
}

async function perform(slack: LocalSlack, action: HumanAction): Promise<Outcome> {
  switch (action.kind) {
    case 'post':
      return post(slack, action);
    case 'snippet':
      return shareSnippet(slack, action);
    case 'slash':
      return runCommand(slack, action);
    case 'click':
      return click(slack, action);
    case 'click-in-view':
      return clickView(slack, action);
    case 'shortcut':
      return runShortcut(slack, action);
    case 'submit':
      return submit(slack, action);
    case 'close-view':
      return closeView(slack, action);
    case 'open-home':
      return openHome(slack, action);
    case 'dismiss':
      slack.messages.removeEphemeral(action.ts);
      return DONE;
    case 'choose-world':
      return chooseWorld(slack, action.world);
  }
}

async function chooseWorld(slack: LocalSlack, world: string): Promise<Outcome> {
  if (!slack.panel.list().some((card) => card.id === world)) return failed('There is no such world.');
  await slack.panel.choose(world);
  slack.feed.tell({ kind: 'world', active: slack.panel.active() });
  return DONE;
}
