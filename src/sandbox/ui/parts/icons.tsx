import type { ReactNode } from 'react';

/** Line icons, drawn here so that the page loads nothing from elsewhere. They say nothing to screen readers: labels do. */
const PATHS = {
  hash: <path d="M9 4 7 20M17 4l-2 16M4 9h17M3 15h17" />,
  home: <path d="M4 11 12 4l8 7v9h-5v-6H9v6H4z" />,
  send: <path d="M4 4l17 8-17 8 3-8zM7 12h14" />,
  close: <path d="M6 6l12 12M18 6 6 18" />,
  menu: <path d="M4 7h16M4 12h16M4 17h16" />,
  more: <path d="M5 12h.01M12 12h.01M19 12h.01" strokeWidth="3" />,
  thread: <path d="M4 5h16v11H10l-4 4v-4H4zM8 9h8M8 12h5" />,
  eye: <path d="M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12zm10-3a3 3 0 1 0 0 6 3 3 0 0 0 0-6z" />,
  globe: <path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18" />,
  sun: (
    <path d="M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.5 1.5M17.5 17.5 19 19M19 5l-1.5 1.5M6.5 17.5 5 19" />
  ),
  moon: <path d="M20 14A8 8 0 0 1 10 4a8 8 0 1 0 10 10z" />,
  halves: <path d="M12 3a9 9 0 1 0 0 18zM12 3a9 9 0 0 1 0 18" />,
  check: <path d="M5 12.5l4.5 4.5L19 7.5" />,
  cross: <path d="M7 7l10 10M17 7 7 17" />,
  dot: <path d="M12 12h.01" strokeWidth="5" />,
  alert: <path d="M12 3 2 20h20zM12 10v4M12 17h.01" />,
  info: <path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5M12 8h.01" />,
  file: <path d="M6 3h8l4 4v14H6zM14 3v4h4" />,
  trash: <path d="M5 7h14M10 4h4M7 7l1 13h8l1-13" />,
  clip: <path d="M9 4h6v3H9zM9 5H6v15h12V5h-3" />,
  search: <path d="M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5 21 21" />,
  lock: <path d="M6 11h12v9H6zM8.5 11V7.500a3.5 3.5 0 0 1 7 0V11" />,
  chevron: <path d="M6 9l6 6 6-6" />,
  bot: <path d="M7 8h10v9H7zM12 8V4M10 12h.01M14 12h.01M4 12v2M20 12v2" />,
  thumbUp: <path d="M7 11v9H4v-9zm0 0 4-7c2 0 2.5 1 2 3l-.7 3H19c1 0 1.7 1 1.4 2l-1.7 6c-.3 1-1 2-2 2H7" />,
  thumbDown: <path d="M7 13V4H4v9zm0 0 4 7c2 0 2.5-1 2-3l-.7-3H19c1 0 1.7-1 1.4-2l-1.7-6c-.3-1-1-2-2-2H7" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {PATHS[name]}
    </svg>
  );
}
