import { useWords } from '../theme/ui-context.ts'

/** A page on its way: its rough shape, quietly breathing, after a moment only, so that quick answers do not flash. */
export function Loading({ label }: { readonly label?: string }) {
  const say = useWords()
  return (
    <div className="st-loading" role="status">
      <span className="st-hidden">{label ?? say('loading')}</span>
      {[34, 100, 92, 97, 60].map((width) => (
        <span key={width} className="st-bone" style={{ width: `${width}%` }} />
      ))}
    </div>
  )
}
