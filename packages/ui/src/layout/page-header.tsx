import { useEffect, type ReactNode } from 'react'
import { ArrowLeftOutlined } from '@ant-design/icons'
import { useWords } from '../theme/ui-context.ts'
import { AppLink } from './app-link.tsx'

export interface PageHeaderProps {
  readonly title: string
  /** A line under the title: what this page is for, or a record's tags. */
  readonly subtitle?: ReactNode
  /** Path of the page above, with its name. */
  readonly back?: { readonly to: string; readonly label: string }
  readonly actions?: ReactNode
}

/** First thing on every page. Also names the browser's tab. */
export function PageHeader({ title, subtitle, back, actions }: PageHeaderProps) {
  const say = useWords()
  useEffect(() => {
    document.title = `${title} · 管家 Steward`
  }, [title])
  return (
    <header className="st-page-header">
      <div className="st-page-title">
        {back && (
          <AppLink to={back.to} className="st-back">
            <ArrowLeftOutlined aria-hidden /> <span className="st-hidden">{say('back')}: </span>
            {back.label}
          </AppLink>
        )}
        <h1>{title}</h1>
        {subtitle && <div className="st-quiet">{subtitle}</div>}
      </div>
      {actions && <div className="st-page-actions">{actions}</div>}
    </header>
  )
}
