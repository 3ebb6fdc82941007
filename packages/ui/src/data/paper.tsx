import type { ReactNode } from 'react'

/** What is written, to be read in full: a sheet with room around its text. */
export function Paper({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <article className="st-paper" aria-label={label}>
      {children}
    </article>
  )
}

/** A part of what is written: its number, its heading, its paragraphs. */
export function PaperPart({
  mark,
  heading,
  paragraphs,
}: {
  readonly mark: ReactNode
  readonly heading: string
  readonly paragraphs: readonly string[]
}) {
  return (
    <section className="st-paper-part">
      <h3>
        <span className="st-paper-mark">{mark}</span> {heading}
      </h3>
      {paragraphs.map((paragraph, at) => (
        // Paragraphs may be alike; their place tells them apart.
        // oxlint-disable-next-line react/no-array-index-key
        <p key={at}>{paragraph}</p>
      ))}
    </section>
  )
}
