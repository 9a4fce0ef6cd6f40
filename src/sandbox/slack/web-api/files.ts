import { announceMessage } from '../delivery/events.ts';
import { objectsIn, textIn } from '../wire.ts';
import { MethodFailure, type Method } from './call.ts';
import { byApp } from './chat.ts';
import { goodBlocks, joinedChannelOf, threadOf } from './guards.ts';

/** docs.slack.dev, "files.getUploadURLExternal" */
const MOST_ALT_TEXT = 1_000;

/** First step of an upload: where to send the bytes. */
const getUploadUrl: Method = (call, slack) => {
  const name = call.required('filename');
  const altText = call.text('alt_txt');
  if (call.number('length', 0) <= 0) throw new MethodFailure('missing_argument');
  if ((altText ?? '').length > MOST_ALT_TEXT) throw new MethodFailure('alt_txt_too_large');
  const id = slack.files.expect({ name, altText });
  return { upload_url: `${slack.origin}/upload/${id}`, file_id: id };
};

/** Last step of an upload: show the files, in a message if a channel is named. */
const completeUpload: Method = (call, slack) => {
  const uploads = objectsIn(call.json('files'));
  const files = uploads.map((upload) => {
    const id = textIn(upload, 'id');
    if (typeof upload['title'] === 'string') slack.files.retitle(id, upload['title']);
    const stored = slack.files.find(id);
    if (stored === undefined) throw new MethodFailure('file_not_found');
    return stored.file;
  });
  if (files.length === 0) throw new MethodFailure('invalid_arguments');
  if (call.has('channel_id')) {
    const channel = joinedChannelOf(call, slack, 'channel_id');
    const blocks = call.json('blocks');
    const message = slack.messages.add(channel.id, {
      ...byApp(slack),
      text: call.text('initial_comment') ?? '',
      blocks: Array.isArray(blocks) ? goodBlocks(blocks) : undefined,
      files,
      thread_ts: threadOf(call, slack, channel.id),
      subtype: 'file_share',
    });
    void announceMessage(slack, channel.id, message);
  }
  return { files };
};

const info: Method = (call, slack) => {
  const stored = slack.files.find(call.required('file'));
  if (stored === undefined) throw new MethodFailure('file_not_found');
  return { file: stored.file };
};

export const FILES: Readonly<Record<string, Method>> = {
  'files.getUploadURLExternal': getUploadUrl,
  'files.completeUploadExternal': completeUpload,
  'files.info': info,
};
