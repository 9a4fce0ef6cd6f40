const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Fills Slack's date placeholders (`{date_short_pretty} {time}`) in the reader's own zone and language.
 * @param unix seconds since 1970
 * @param now milliseconds since 1970, for "today" and "yesterday"
 */
export function formatDate(unix: number, format: string, now: number): string {
  const date = new Date(unix * 1000);
  const show = (options: Intl.DateTimeFormatOptions) => date.toLocaleString([], options);
  const long: Intl.DateTimeFormatOptions = { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' };
  const medium: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', day: 'numeric' };
  const short: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'short', day: 'numeric' };
  const pretty = (otherwise: Intl.DateTimeFormatOptions) => nearDay(date, now) ?? show(otherwise);
  const values: Readonly<Record<string, () => string>> = {
    date_num: () => date.toISOString().slice(0, 10),
    date: () => show(medium),
    date_short: () => show(short),
    date_long: () => show(long),
    date_pretty: () => pretty(medium),
    date_short_pretty: () => pretty(short),
    date_long_pretty: () => pretty(long),
    time: () => show({ hour: '2-digit', minute: '2-digit' }),
    time_secs: () => show({ hour: '2-digit', minute: '2-digit', second: '2-digit' }),
  };
  return format.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name]?.() ?? placeholder);
}

function nearDay(date: Date, now: number): string | undefined {
  if (date.toDateString() === dayOf(now)) return 'today';
  if (date.toDateString() === dayOf(now - DAY_MS)) return 'yesterday';
  return date.toDateString() === dayOf(now + DAY_MS) ? 'tomorrow' : undefined;
}

function dayOf(ms: number): string {
  return new Date(ms).toDateString();
}
