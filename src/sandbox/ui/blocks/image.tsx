import { isObject, textIn, type JsonObject } from '../../slack/wire.ts';
import { Link } from './mention.tsx';

/** An image of the workspace. One from elsewhere is only linked: this page asks no other server for anything. */
export function Image({ image, size }: { readonly image: JsonObject; readonly size: 'full' | 'thumbnail' | 'inline' }) {
  const alt = textIn(image, 'alt_text');
  const file = isObject(image['slack_file']) ? fileId(image['slack_file']) : undefined;
  if (file !== undefined) return <img className={`image-${size}`} src={`/page/files/${file}`} alt={alt} />;
  if (size === 'inline') return <span className="image-elsewhere">{alt}</span>;
  return (
    <span className="image-elsewhere">
      <Link url={textIn(image, 'image_url')}>Image: {alt}</Link>
    </span>
  );
}

function fileId(file: JsonObject): string | undefined {
  if (typeof file['id'] === 'string') return file['id'];
  return typeof file['url'] === 'string' ? /\/files\/([A-Z0-9]+)\//.exec(file['url'])?.[1] : undefined;
}
