import type { ReactNode } from 'react'
import { useIsPhone } from '../theme/use-media.ts'
import { useWords } from '../theme/ui-context.ts'

export interface ComparedWords {
  readonly kind: 'SAME' | 'REMOVED' | 'ADDED'
  readonly text: string
}

export interface ComparedLine {
  readonly key: string
  /** Where it stands, told before what differs there. */
  readonly where?: string
  readonly heading?: boolean
  /** Null where nothing was. */
  readonly before: string | null
  /** Null where nothing is any more. */
  readonly after: string | null
  readonly same: boolean
  /** Of a text that is different: word by word. */
  readonly words?: readonly ComparedWords[] | null
}

export interface TextComparisonProps {
  readonly label: string
  readonly heads: { readonly before: string; readonly after: string }
  readonly lines: readonly ComparedLine[]
  /** Both sides beside each other, where there is room; else one text with what went and what came. */
  readonly beside: boolean
}

/** Two versions of a text. What went is struck through, what came is underlined: colour is not the only sign. */
export function TextComparison({ label, heads, lines, beside }: TextComparisonProps) {
  const phone = useIsPhone()
  return beside && !phone ? (
    <table className="st-text-sides" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{heads.before}</th>
          <th scope="col">{heads.after}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.key} data-same={line.same} data-heading={line.heading}>
            <td data-side="before" data-none={line.before === null}>
              <Side line={line} side="before" />
            </td>
            <td data-side="after" data-none={line.after === null}>
              <Side line={line} side="after" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  ) : (
    <ol className="st-text-inline" aria-label={label}>
      {lines.map((line) => (
        <li key={line.key} data-same={line.same} data-heading={line.heading}>
          {!line.same && line.where && <span className="st-text-where">{line.where}</span>}
          <Whole line={line} />
        </li>
      ))}
    </ol>
  )
}

function Side({ line, side }: { readonly line: ComparedLine; readonly side: 'before' | 'after' }) {
  const { before, after, same, words } = line
  const said = side === 'before' ? before : after
  if (said === null) return null
  if (same) return said
  const other = side === 'before' ? 'ADDED' : 'REMOVED'
  if (words)
    return words
      .filter(({ kind }) => kind !== other)
      .map(({ kind, text }, at) => (
        <Piece key={`${at}.${kind}`} kind={kind}>
          {text}
        </Piece>
      ))
  return <Piece kind={side === 'before' ? 'REMOVED' : 'ADDED'}>{said}</Piece>
}

function Whole({ line: { before, after, same, words } }: { readonly line: ComparedLine }) {
  if (same) return <p>{after}</p>
  if (words)
    return (
      <p>
        {words.map(({ kind, text }, at) => (
          <Piece key={`${at}.${kind}`} kind={kind}>
            {text}
          </Piece>
        ))}
      </p>
    )
  return (
    <p>
      {before !== null && <Piece kind="REMOVED">{before}</Piece>}
      {after !== null && <Piece kind="ADDED">{after}</Piece>}
    </p>
  )
}

function Piece({ kind, children }: { readonly kind: ComparedWords['kind']; readonly children: ReactNode }) {
  const say = useWords()
  if (kind === 'SAME') return children
  const Mark = kind === 'REMOVED' ? 'del' : 'ins'
  return (
    <Mark>
      <span className="st-hidden">{say(kind === 'REMOVED' ? 'removed' : 'added')} </span>
      {children}
    </Mark>
  )
}
