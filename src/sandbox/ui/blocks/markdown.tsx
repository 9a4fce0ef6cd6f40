import type { ReactNode } from 'react';
import { Link } from './mention.tsx';

/** The small part of standard Markdown that bots write: headings, lists, fences, bold, italic, code and links. */
export function Markdown({ text }: { readonly text: string }) {
  return (
    <div className="markdown">
      {text.split(/(```[^]*?```)/).map((part, index) => (
        <Chunk key={index} text={part} />
      ))}
    </div>
  );
}

function Chunk({ text }: { readonly text: string }) {
  if (text.startsWith('```')) return <pre>{text.replace(/^```\w*\n?|\n?```$/g, '')}</pre>;
  return text.split('\n').map((line, index) => <Line key={index} line={line} />);
}

function Line({ line }: { readonly line: string }) {
  const heading = /^(#{1,4}) (.*)$/.exec(line);
  if (heading !== null) return <strong className="markdown-heading">{inline(heading[2] ?? '')}</strong>;
  const item = /^\s*(?:[-*]|\d+\.) (.*)$/.exec(line);
  if (item !== null) return <div className="markdown-item">{inline(item[1] ?? '')}</div>;
  return line.trim() === '' ? null : <p>{inline(line)}</p>;
}

const INLINE =
  /`(?<code>[^`]+)`|\*\*(?<bold>[^*]+)\*\*|(?<![\w*])[*_](?<italic>[^*_]+)[*_](?![\w*])|\[(?<label>[^\]]+)\]\((?<url>[^)\s]+)\)/g;

function inline(line: string): readonly ReactNode[] {
  const result: ReactNode[] = [];
  let end = 0;
  for (const match of line.matchAll(INLINE)) {
    result.push(line.slice(end, match.index), token(match.groups ?? {}, match.index));
    end = match.index + match[0].length;
  }
  return [...result, line.slice(end)];
}

function token(
  { code, bold, italic, label, url }: { readonly [name: string]: string | undefined },
  key: number,
): ReactNode {
  if (code !== undefined) return <code key={key}>{code}</code>;
  if (bold !== undefined) return <strong key={key}>{inline(bold)}</strong>;
  if (italic !== undefined) return <em key={key}>{inline(italic)}</em>;
  return (
    <Link key={key} url={url ?? ''}>
      {label}
    </Link>
  );
}
