import type { ReactNode } from 'react'

export interface PledgeProps {
  /** What the person says by it, word for word. */
  readonly sentence: string
  /** What follows from it. */
  readonly consequence: string
  /** What it commits, to be seen first. */
  readonly amount?: ReactNode
  /** What the amount is. */
  readonly amountLabel?: string
}

/** What somebody is about to answer for: the sum large, then the sentence, then what follows. */
export function Pledge({ sentence, consequence, amount, amountLabel }: PledgeProps) {
  return (
    <div className="st-pledge">
      {amount !== undefined && (
        <p className="st-pledge-amount">
          <span>{amountLabel}</span>
          <strong>{amount}</strong>
        </p>
      )}
      <p className="st-pledge-sentence">{sentence}</p>
      <p className="st-quiet">{consequence}</p>
    </div>
  )
}
