import { isObject, textIn } from '../../slack/wire.ts';
import { personName, useDirectory } from '../workspace/directory.tsx';
import { Emoji, TextWithNames, TextWithSigns } from './emoji.tsx';
import { formatDate } from './format-date.ts';
import { parseMrkdwn, type Inline } from './parse-mrkdwn.ts';
import { Link, Mention } from './mention.tsx';

/** A text object of Block Kit. Only `mrkdwn` has markup; `plain_text` knows emoji and nothing else. */
export function TextObject({ value }: { readonly value: unknown }) {
  if (!isObject(value)) return null;
  const text = textIn(value, 'text');
  return value['type'] === 'mrkdwn' ? <Mrkdwn text={text} /> : <PlainText text={text} />;
}

export function PlainText({ text }: { readonly text: string }) {
  return (
    <span className="plain">
      <TextWithNames text={text} />
    </span>
  );
}

export function Mrkdwn({ text }: { readonly text: string }) {
  return (
    <span className="mrkdwn">
      <Inlines nodes={parseMrkdwn(text)} />
    </span>
  );
}

function Inlines({ nodes }: { readonly nodes: readonly Inline[] }) {
  return nodes.map((node, index) => <InlineNode key={index} node={node} />);
}

function InlineNode({ node }: { readonly node: Inline }) {
  const directory = useDirectory();
  switch (node.kind) {
    case 'text':
      return <TextWithSigns text={node.text} />;
    case 'code':
      return <code>{node.text}</code>;
    case 'pre':
      return <span className="pre">{node.text}</span>;
    case 'bold':
      return (
        <strong>
          <Inlines nodes={node.children} />
        </strong>
      );
    case 'italic':
      return (
        <em>
          <Inlines nodes={node.children} />
        </em>
      );
    case 'strike':
      return (
        <s>
          <Inlines nodes={node.children} />
        </s>
      );
    case 'quote':
      return (
        <span className="quote">
          <Inlines nodes={node.children} />
        </span>
      );
    case 'link':
      return <Link url={node.url}>{node.label}</Link>;
    case 'user':
      return <Mention isMe={node.id === directory.me}>@{personName(directory, node.id)}</Mention>;
    case 'channel':
      return <Mention>#{directory.channels.find(({ id }) => id === node.id)?.name ?? node.id}</Mention>;
    case 'group': {
      const group = directory.userGroups.find(({ id }) => id === node.id);
      return <Mention isMe={group?.memberIds.includes(directory.me) ?? false}>@{group?.handle ?? node.id}</Mention>;
    }
    case 'broadcast':
      return <Mention isMe>@{node.id}</Mention>;
    case 'date':
      return (
        <time dateTime={new Date(node.unix * 1000).toISOString()}>
          {formatDate(node.unix, node.format, Date.now())}
        </time>
      );
    case 'emoji':
      return <Emoji name={node.name} />;
  }
}
