import { DutyPage, messages, useMay, useMessages, usePortalPath } from '@steward/portal'
import { AppLink } from '@steward/ui'

const texts = messages({ totals: { zh: '完整率', en: 'How complete' } })

/** What archives lack; each line leads to the archive, where it is filled in. */
export function DutyListPage() {
  const say = useMessages(texts)
  const path = usePortalPath()
  const may = useMay()
  return (
    <DutyPage
      toOf={({ id }) => path(`clients/${id}`)}
      actions={may('client:readCompleteness') && <AppLink to={path('duty/totals')}>{say('totals')}</AppLink>}
    />
  )
}
