import { Fragment, type ReactNode } from 'react';
import { isObject, objectsIn, textIn, type JsonObject } from '../../slack/wire.ts';
import { personName, useDirectory } from '../workspace/directory.tsx';
import { Emoji, TextWithSigns } from './emoji.tsx';
import { formatDate } from './format-date.ts';
import { Link, Mention } from './mention.tsx';

/** A rich_text block: what people type, and what apps write when nothing may be taken for markup. */
export function RichText({ block }: { readonly block: JsonObject }) {
  return objectsIn(block['elements']).map((element, index) => <Part key={index} part={element} />);
}

function Part({ part }: { readonly part: JsonObject }) {
  const elements = objectsIn(part['elements']);
  const content = elements.map((element, index) => <Leaf key={index} leaf={element} />);
  switch (part['type']) {
    case 'rich_text_preformatted':
      return <pre>{content}</pre>;
    case 'rich_text_quote':
      return <blockquote className="quote">{content}</blockquote>;
    case 'rich_text_list': {
      const items = elements.map((element, index) => (
        <li key={index}>
          <Part part={element} />
        </li>
      ));
      const indent = `indent-${Number(part['indent'] ?? 0)}`;
      return part['style'] === 'ordered' ? <ol className={indent}>{items}</ol> : <ul className={indent}>{items}</ul>;
    }
    default:
      return <div className="rich-section">{content}</div>;
  }
}

function Leaf({ leaf }: { readonly leaf: JsonObject }) {
  return (
    <Styled style={leaf['style']}>
      <Content leaf={leaf} />
    </Styled>
  );
}

function Content({ leaf }: { readonly leaf: JsonObject }) {
  const directory = useDirectory();
  const text = (key: string) => textIn(leaf, key);
  switch (leaf['type']) {
    case 'text':
      return <TextWithSigns text={text('text')} />;
    case 'link':
      return <Link url={text('url')}>{text('text') || text('url')}</Link>;
    case 'emoji':
      return <Emoji name={text('name')} />;
    case 'user':
      return <Mention isMe={leaf['user_id'] === directory.me}>@{personName(directory, text('user_id'))}</Mention>;
    case 'usergroup':
      return (
        <Mention>
          @{directory.userGroups.find(({ id }) => id === leaf['usergroup_id'])?.handle ?? text('usergroup_id')}
        </Mention>
      );
    case 'channel':
      return (
        <Mention>#{directory.channels.find(({ id }) => id === leaf['channel_id'])?.name ?? text('channel_id')}</Mention>
      );
    case 'broadcast':
      return <Mention isMe>@{text('range')}</Mention>;
    case 'date':
      return <time>{formatDate(Number(leaf['timestamp']), text('format'), Date.now())}</time>;
    default:
      return null;
  }
}

function Styled({ style, children }: { readonly style: unknown; readonly children: ReactNode }) {
  const given: JsonObject = isObject(style) ? style : {};
  let result = <Fragment>{children}</Fragment>;
  if (given['code'] === true) result = <code>{result}</code>;
  if (given['strike'] === true) result = <s>{result}</s>;
  if (given['italic'] === true) result = <em>{result}</em>;
  if (given['bold'] === true) result = <strong>{result}</strong>;
  return result;
}
