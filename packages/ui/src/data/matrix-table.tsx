import type { ReactNode } from 'react'

export interface MatrixHead {
  readonly key: string
  readonly label: string
  readonly note?: ReactNode
}

export interface MatrixTableProps {
  readonly label: string
  /** What the first column is, for those who cannot see the table. */
  readonly corner: string
  readonly columns: readonly MatrixHead[]
  readonly rows: readonly MatrixHead[]
  readonly cell: (row: string, column: string) => ReactNode
}

/** Two things against each other. The first column stays in sight while the others scroll. */
export function MatrixTable({ label, corner, columns, rows, cell }: MatrixTableProps) {
  return (
    // What scrolls must be reached by keys, also where no cell can be edited.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="st-matrix" role="region" aria-label={label} tabIndex={0}>
      <table>
        <caption className="st-hidden">{label}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="st-hidden">{corner}</span>
            </th>
            {columns.map((column) => (
              <th key={column.key} scope="col">
                {column.label}
                {column.note && <div className="st-matrix-note">{column.note}</div>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                {row.label}
                {row.note && <div className="st-matrix-note">{row.note}</div>}
              </th>
              {columns.map((column) => (
                <td key={column.key}>{cell(row.key, column.key)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
