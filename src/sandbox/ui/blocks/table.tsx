import { isObject, objectsIn, textIn, type JsonObject } from '../../slack/wire.ts';
import { RichText } from './rich-text.tsx';

/** A table block, its first row taken as the heading, as Slack does. */
export function Table({ block }: { readonly block: JsonObject }) {
  const [head = [], ...body] = Array.isArray(block['rows']) ? block['rows'].map(objectsIn) : [];
  const settings = objectsIn(block['column_settings']);
  const align = (column: number) => `align-${textIn(settings[column] ?? {}, 'align', 'left')}`;
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label="Table">
      <table>
        <thead>
          <tr>
            {head.map((cell, column) => (
              <th key={column} scope="col" className={align(column)}>
                <Cell cell={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column} className={align(column)}>
                  <Cell cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ cell }: { readonly cell: JsonObject }) {
  if (cell['type'] === 'rich_text') return <RichText block={cell} />;
  return isObject(cell['text']) ? textIn(cell['text'], 'text') : textIn(cell, 'text') || textIn(cell, 'value');
}
