import { ErrorState } from '@steward/ui'
import { Component, type ReactNode } from 'react'
import { messages, useMessages } from '../i18n/messages.ts'

const texts = messages({
  broke: { zh: '这个页面出错了', en: 'This page broke' },
  brokeHint: {
    zh: '其他页面不受影响。重试无效时，请把刚才的操作告诉管理员。',
    en: 'Other pages are not affected. If trying again does not help, tell your administrator what you just did.',
  },
  replaced: { zh: '系统刚刚更新', en: 'The system has just been updated' },
  replacedHint: {
    zh: '请重新载入页面，继续使用新版本。',
    en: 'Load the page again to go on with the new version.',
  },
})

interface BoundaryProps {
  /** Another value (another page) clears the error. */
  readonly resetKey: string
  readonly children: ReactNode
}

interface BoundaryState {
  readonly error: Error | undefined
  readonly resetKey: string
}

/** Keeps what breaks in a portal inside that portal: the shell and its menu live on. */
export class PortalBoundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { error: undefined, resetKey: this.props.resetKey }

  static getDerivedStateFromError(error: Error): Partial<BoundaryState> {
    return { error }
  }

  static getDerivedStateFromProps({ resetKey }: BoundaryProps, state: BoundaryState): BoundaryState | null {
    return resetKey === state.resetKey ? null : { error: undefined, resetKey }
  }

  override render() {
    const { error } = this.state
    if (!error) return this.props.children
    return <Broken error={error} onRetry={() => this.setState({ error: undefined })} />
  }
}

function Broken({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const say = useMessages(texts)
  // A page's file is gone after a new version was put up: only loading the page again brings the new list of files.
  const replaced = /dynamically imported module|module script failed|Unable to preload/i.test(error.message)
  return replaced ? (
    <ErrorState title={say('replaced')} hint={say('replacedHint')} onRetry={() => window.location.reload()} />
  ) : (
    <ErrorState title={say('broke')} hint={say('brokeHint')} onRetry={onRetry} />
  )
}
