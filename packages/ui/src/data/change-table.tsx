import type { ReactNode } from 'react'
import { useWords } from '../theme/ui-context.ts'

export interface Changed {
  readonly key: string
  readonly label: string
  readonly before: ReactNode
  readonly after: ReactNode
}

export interface ChangeTableProps {
  readonly label: string
  readonly heads: { readonly what: string; readonly before: string; readonly after: string }
  readonly rows: readonly Changed[]
}

/** What a record said before and says after, line by line. */
export function ChangeTable({ label, heads, rows }: ChangeTableProps) {
  const say = useWords()
  return (
    <table className="st-changes" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{heads.what}</th>
          <th scope="col">{heads.before}</th>
          <th scope="col">{heads.after}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label: name, before, after }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td>{before ?? say('none')}</td>
            <td>{after ?? say('none')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
