import { AppLink } from '../layout/app-link.tsx'
import type { Column, DataTableProps } from './data-table.tsx'

/** The rows of a DataTable as cards, one below the other. */
export function DataCards<Row>({ label, columns, rows, rowKey, rowTo }: DataTableProps<Row>) {
  const place = (column: Column<Row>, at: number) => column.card ?? (at === 0 ? 'lead' : 'fact')
  const inPlace = (wanted: string) => columns.filter((column, at) => place(column, at) === wanted)
  const [lead, tags, facts] = [inPlace('lead'), inPlace('tag'), inPlace('fact')]
  if (!rows) return <CardSkeleton />
  return (
    <ul className="st-cards" aria-label={label}>
      {rows.map((row) => {
        const title = lead.map(({ key, render }) => <span key={key}>{render(row)}</span>)
        return (
          <li key={rowKey(row)} className="st-card">
            <div className="st-card-head">
              {rowTo ? (
                <AppLink to={rowTo(row)} className="st-card-lead">
                  {title}
                </AppLink>
              ) : (
                <span className="st-card-lead">{title}</span>
              )}
              {tags.map(({ key, render }) => (
                <span key={key}>{render(row)}</span>
              ))}
            </div>
            <dl>
              {facts.map(({ key, title: name, render }) => (
                <div key={key}>
                  <dt>{name}</dt>
                  <dd>{render(row)}</dd>
                </div>
              ))}
            </dl>
          </li>
        )
      })}
    </ul>
  )
}

function CardSkeleton() {
  return (
    <ul className="st-cards" aria-hidden>
      {[70, 55, 80, 60].map((width) => (
        <li key={width} className="st-card">
          <span className="st-bone" style={{ width: `${width}%` }} />
          <span className="st-bone" style={{ width: '40%' }} />
        </li>
      ))}
    </ul>
  )
}
