import { memo } from 'react';
import { isObject, objectsIn, textIn, type JsonObject } from '../../slack/wire.ts';
import { Icon, type IconName } from '../parts/icons.tsx';
import { ContextElement, Element } from './element.tsx';
import { Image } from './image.tsx';
import { InputBlock } from './input-block.tsx';
import { Markdown } from './markdown.tsx';
import { Plan, TaskCard } from './plan.tsx';
import { RichText } from './rich-text.tsx';
import { Table } from './table.tsx';
import { textOf } from './text-of.ts';
import { PlainText, TextObject } from './text.tsx';

/**
 * Draws Block Kit. Our own and not `slack-blocks-to-jsx`: that library has no callbacks for buttons and inputs, gives
 * task states and menus no accessible name, repeats DOM ids, closes over its own emoji set, and is a megabyte; what the
 * bot needs of Block Kit is these few files.
 */
export const Blocks = memo(function Blocks({ blocks }: { readonly blocks: readonly JsonObject[] }) {
  return blocks.map((block, index) => {
    const blockId = textIn(block, 'block_id', `${index}`);
    return (
      <div key={blockId} className={`block block-${textIn(block, 'type')}`}>
        <BlockContent block={block} blockId={blockId} />
      </div>
    );
  });
});

function BlockContent({ block, blockId }: { readonly block: JsonObject; readonly blockId: string }) {
  switch (block['type']) {
    case 'section':
      return <Section block={block} blockId={blockId} />;
    case 'header':
      return (
        <h3>
          <PlainText text={textOf(block['text'])} />
        </h3>
      );
    case 'divider':
      return <hr />;
    case 'context':
      return objectsIn(block['elements']).map((element, index) => <ContextElement key={index} element={element} />);
    case 'actions':
    case 'context_actions':
      return objectsIn(block['elements']).map((element, index) => (
        <Element key={index} element={element} blockId={blockId} />
      ));
    case 'rich_text':
      return <RichText block={block} />;
    case 'plan':
      return <Plan block={block} />;
    case 'task_card':
      return <TaskCard task={block} />;
    case 'alert':
      return <Alert block={block} />;
    case 'table':
      return <Table block={block} />;
    case 'markdown':
      return <Markdown text={textIn(block, 'text')} />;
    case 'image':
      return (
        <figure>
          <figcaption>{textOf(block['title'])}</figcaption>
          <Image image={block} size="full" />
        </figure>
      );
    case 'input':
      return <InputBlock block={block} blockId={blockId} />;
    default:
      return <p className="unsupported">This workspace cannot show a block of type “{textIn(block, 'type')}”.</p>;
  }
}

function Section({ block, blockId }: { readonly block: JsonObject; readonly blockId: string }) {
  const fields = objectsIn(block['fields']);
  return (
    <>
      <div className="section-text">
        <TextObject value={block['text']} />
        {fields.length > 0 && (
          <div className="section-fields">
            {fields.map((field, index) => (
              <div key={index}>
                <TextObject value={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {isObject(block['accessory']) && (
        <Element element={block['accessory']} blockId={blockId} name={textOf(block['text'])} />
      )}
    </>
  );
}

const ALERTS: Readonly<Record<string, readonly [IconName, string]>> = {
  success: ['check', 'Success'],
  warning: ['alert', 'Warning'],
  error: ['cross', 'Error'],
};

function Alert({ block }: { readonly block: JsonObject }) {
  const level = textIn(block, 'level', 'default');
  const [icon, word] = ALERTS[level] ?? ['info', 'Note'];
  return (
    <div className={`alert alert-${level}`}>
      <span role="img" aria-label={word}>
        <Icon name={icon} />
      </span>
      <TextObject value={block['text']} />
    </div>
  );
}
