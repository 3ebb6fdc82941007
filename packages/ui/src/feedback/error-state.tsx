import { CopyOutlined, ReloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { toClipboard } from '../controls/copy-button.tsx'
import { useWords } from '../theme/ui-context.ts'

export interface ErrorStateProps {
  readonly title: string
  readonly hint?: ReactNode
  /** What the user quotes and the log is searched for. */
  readonly requestId?: string | undefined
  readonly onRetry?: () => void
  readonly action?: ReactNode
}

/** Something went wrong: in plain words, with the number to quote and a way on. Never a stack trace. */
export function ErrorState({ title, hint, requestId, onRetry, action }: ErrorStateProps) {
  const say = useWords()
  return (
    <div className="st-state" role="alert">
      <svg width="72" height="56" viewBox="0 0 72 56" aria-hidden focusable="false">
        <path className="st-state-back" d="M14 24 36 8l22 16v24H14z" />
        <path className="st-state-line" d="M8 28 36 7l28 21M14 25v23h44V25" />
        <path className="st-state-bad" d="m36 20-5 8h9l-5 9" />
      </svg>
      <p className="st-state-title">{title}</p>
      {hint && <div className="st-quiet">{hint}</div>}
      {requestId && (
        <div className="st-quiet">
          {say('requestId')}: <code className="st-code">{requestId}</code>
          <Button
            type="text"
            size="small"
            aria-label={say('copy')}
            icon={<CopyOutlined aria-hidden />}
            onClick={() => void toClipboard(requestId)}
          />
        </div>
      )}
      <div className="st-inline" style={{ gap: 8, justifyContent: 'center' }}>
        {onRetry && (
          <Button icon={<ReloadOutlined aria-hidden />} onClick={onRetry}>
            {say('retry')}
          </Button>
        )}
        {action}
      </div>
    </div>
  )
}
