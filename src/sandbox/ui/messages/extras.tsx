import { isBlock, objectsIn, textIn, type JsonObject, type SlackFile, type SlackMessage } from '../../slack/wire.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { Mrkdwn } from '../blocks/text.tsx';
import { Icon } from '../parts/icons.tsx';

/** What hangs on a message: attachments of webhooks, and files. */
export function Extras({ message }: { readonly message: SlackMessage }) {
  return (
    <>
      {message.attachments?.map((attachment, index) => (
        <Attachment key={index} attachment={attachment} />
      ))}
      {message.files?.map((file) => (
        <File key={file.id} file={file} />
      ))}
    </>
  );
}

function Attachment({ attachment }: { readonly attachment: JsonObject }) {
  const text = (key: string) => (typeof attachment[key] === 'string' ? attachment[key] : '');
  const blocks = objectsIn(attachment['blocks']).filter(isBlock);
  return (
    <div className="attachment">
      {text('pretext') !== '' && <Mrkdwn text={text('pretext')} />}
      {text('title') !== '' && <strong>{text('title')}</strong>}
      {text('text') !== '' && <Mrkdwn text={text('text')} />}
      {objectsIn(attachment['fields']).map((field, index) => (
        <div key={index}>
          <strong>{textIn(field, 'title')}</strong> <Mrkdwn text={textIn(field, 'value')} />
        </div>
      ))}
      <Blocks blocks={blocks} />
    </div>
  );
}

function File({ file }: { readonly file: SlackFile }) {
  const address = `/page/files/${file.id}`;
  if (file.mimetype.startsWith('image/')) {
    return (
      <figure className="file-image">
        <figcaption>{file.title}</figcaption>
        <a href={address} target="_blank" rel="noreferrer noopener">
          <img src={address} alt={file.alt_txt ?? file.title} />
        </a>
      </figure>
    );
  }
  return (
    <a className="file" href={address} target="_blank" rel="noreferrer noopener">
      <Icon name="file" /> {file.title} <span>{Math.max(1, Math.round(file.size / 1024))} kB</span>
    </a>
  );
}
