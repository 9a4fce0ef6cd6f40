import type { ReactNode } from 'react';

export function Mention({ children, isMe = false }: { readonly children: ReactNode; readonly isMe?: boolean }) {
  return <span className={isMe ? 'mention mention-me' : 'mention'}>{children}</span>;
}

/** A link out of the workspace. Only web addresses become one: a message may come from anyone. */
export function Link({ url, children }: { readonly url: string; readonly children: ReactNode }) {
  if (!/^https?:\/\//i.test(url)) return <span>{children}</span>;
  return (
    <a href={url} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  );
}
