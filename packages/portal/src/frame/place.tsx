import { StatusTag } from '@steward/ui'
import { messages, useMessages } from '../i18n/messages.ts'
import { useViewer } from '../session/viewer.tsx'

const texts = messages({ demonstration: { zh: '演示', en: 'Demonstration' } })

/** The organization one works for; a demonstration says so on every page. */
export function Place() {
  const say = useMessages(texts)
  const { organization } = useViewer()
  return (
    <div className="st-place">
      <span className="st-strong st-clip">{organization.name}</span>
      {organization.demonstration && <StatusTag tone="warn">{say('demonstration')}</StatusTag>}
    </div>
  )
}
