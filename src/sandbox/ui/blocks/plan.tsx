import { isObject, objectsIn, textIn, type JsonObject } from '../../slack/wire.ts';
import { Icon, type IconName } from '../parts/icons.tsx';
import { Link } from './mention.tsx';
import { RichText } from './rich-text.tsx';

/** The word that a screen reader says for each state; sighted readers see the icon and the colour. */
const STATES: Readonly<Record<string, { readonly word: string; readonly icon: IconName }>> = {
  pending: { word: 'Not started', icon: 'dot' },
  in_progress: { word: 'In progress', icon: 'halves' },
  complete: { word: 'Done', icon: 'check' },
  error: { word: 'Failed', icon: 'cross' },
};

/** A plan: its title, and the cards of its tasks. It stays open or closed as the reader left it, however often it changes. */
export function Plan({ block }: { readonly block: JsonObject }) {
  const tasks = objectsIn(block['tasks']);
  const done = tasks.filter((task) => task['status'] === 'complete' || task['status'] === 'error').length;
  return (
    <details className="plan" open data-testid="plan">
      <summary>
        <span className="plan-title">{textIn(block, 'title')}</span>
        <span className="plan-count">
          {done} of {tasks.length}
        </span>
      </summary>
      <ol className="tasks">
        {tasks.map((task) => (
          <li key={textIn(task, 'task_id')}>
            <TaskCard task={task} />
          </li>
        ))}
      </ol>
    </details>
  );
}

export function TaskCard({ task }: { readonly task: JsonObject }) {
  const status = textIn(task, 'status');
  const { word, icon } = STATES[status] ?? { word: status, icon: 'dot' };
  const texts = [task['output'], task['details']].filter(isObject);
  const sources = objectsIn(task['sources']);
  return (
    <div className={`task task-${status}`} data-testid="task" data-status={status}>
      <span className="task-state" role="img" aria-label={word}>
        <Icon name={icon} size={14} />
      </span>
      <div className="task-body">
        <div className="task-title">{textIn(task, 'title')}</div>
        {texts.map((text, index) => (
          <div key={index} className="task-text">
            <RichText block={text} />
          </div>
        ))}
        {sources.map((source, index) => (
          <Link key={index} url={textIn(source, 'url')}>
            {textIn(source, 'text')}
          </Link>
        ))}
      </div>
    </div>
  );
}
