import { useUi } from '../theme/ui-context.ts'
import { AppLink } from './app-link.tsx'

export interface ViewTab {
  readonly key: string
  readonly label: string
  readonly to: string
  /** How many are there; undefined while unknown. */
  readonly count?: number | undefined
  /** The count is a lower bound. */
  readonly capped?: boolean
}

/** Ready-made views of one list. Each is an address, so that it can be opened, shared and gone back to. */
export function ViewTabs(props: {
  readonly label: string
  readonly views: readonly ViewTab[]
  readonly current: string | undefined
}) {
  const { locale } = useUi()
  const format = new Intl.NumberFormat(locale)
  return (
    <nav className="st-views" aria-label={props.label}>
      {props.views.map(({ key, label, to, count, capped = false }) => (
        <AppLink key={key} to={to} aria-current={key === props.current ? 'page' : undefined}>
          {label}
          {count !== undefined && (
            <span className="st-views-count">
              {format.format(count)}
              {capped && '+'}
            </span>
          )}
        </AppLink>
      ))}
    </nav>
  )
}
