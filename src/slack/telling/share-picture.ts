import type { SlackClients } from '../clients.ts';

/** A picture for a thread, as PNG. */
export interface Picture {
  readonly channel: string;
  readonly threadTs: string;
  readonly name: string;
  readonly title: string;
  /** The picture in words, for screen readers. */
  readonly altText: string;
  readonly png: Uint8Array;
}

/** Slack answers `alt_txt_too_large` above (docs.slack.dev, files.getUploadURLExternal). */
export const MOST_ALT_TEXT = 1_000;

const UPLOAD_TIMEOUT_MS = 5_000;

/**
 * Shows a picture in a thread: asks Slack where to send it, sends it, and only then shares it.
 * @param beforeShown settled before the one call that people see the effect of
 * @throws when Slack refuses, as without the scope `files:write`, or cannot be reached; then it may or may not be shown
 */
export async function sharePicture(
  { hasty }: SlackClients,
  { channel, threadTs, name, title, altText, png }: Picture,
  beforeShown: () => Promise<void>,
): Promise<void> {
  const size = { filename: name, length: png.byteLength };
  // By name: the SDK's own method types the argument as `alt_text`, which Slack does not know.
  const ticket = await hasty.apiCall('files.getUploadURLExternal', { ...size, alt_txt: altText });
  const { upload_url: url, file_id: id }: Readonly<Record<string, unknown>> = { ...ticket };
  if (typeof url !== 'string' || typeof id !== 'string') throw new Error('Slack said not where to upload to');
  const signal = AbortSignal.timeout(UPLOAD_TIMEOUT_MS);
  const response = await fetch(url, { method: 'POST', body: Buffer.from(png), redirect: 'error', signal });
  if (!response.ok) throw new Error(`Slack did not take the picture: HTTP ${response.status}`);
  await beforeShown();
  await hasty.files.completeUploadExternal({ files: [{ id, title }], channel_id: channel, thread_ts: threadTs });
}
