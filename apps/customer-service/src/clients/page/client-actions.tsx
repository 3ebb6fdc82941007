import { CLIENT_ACTION_LABELS } from '@steward/domain'
import { AskForUse, messages, useMay, useMessages, usePortalPath, useSay } from '@steward/portal'
import { AddIcon, HeaderActions, PrintIcon, Sheet, useUi, type MenuChoice } from '@steward/ui'
import { useState } from 'react'
import { ChooseOther } from '../merging/choose-other.tsx'
import { ArchiveForm, type StandingProps } from './client-standing.tsx'

const texts = messages({
  register: { zh: '为此客户登记', en: 'Register for this client' },
  print: { zh: '打印索引卡', en: 'Print the card' },
  client: { zh: '打印资料卡', en: 'Print the client card' },
  tracking: { zh: '打印跟踪卡', en: 'Print the tracking card' },
  consumption: { zh: '打印消费一览表', en: 'Print the consumption overview' },
  subject: { zh: '登记主体请求', en: 'Request about their data' },
  ask: { zh: '申请使用', en: 'Ask for use' },
  askTitle: { zh: '申请使用客户信息', en: 'Ask for the use of client information' },
  scope: { zh: '客户 {{code}}', en: 'Client {{code}}' },
  merge: { zh: '合并…', en: 'Merge …' },
  mergeTitle: { zh: '与另一份档案合并', en: 'Merge with another archive' },
})

interface ClientActionsProps extends StandingProps {
  readonly of: {
    readonly id: string
    readonly code: string
    readonly archivedAt: string | null
    readonly mergedInto: object | null
  }
}

/**
 * What is done with a client as a whole. On paper what the screen shows, masked as there; whoever needs more asks for it.
 */
export function ClientActions({
  of: { id, code, archivedAt, mergedInto },
  client,
  onReload,
}: ClientActionsProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const path = usePortalPath()
  const { locale, routing } = useUi()
  const [open, setOpen] = useState<'ask' | 'archive' | 'merge'>()
  const close = () => setOpen(undefined)
  const archive = sayWord(CLIENT_ACTION_LABELS.archive)
  const card = `/files/clients/${id}/card.pdf?lang=${locale}`
  const isCurrent = archivedAt === null
  const otherCard = (kind: 'client' | 'tracking' | 'consumption') => ({
    key: kind,
    label: say(kind),
    icon: <PrintIcon aria-hidden />,
    onChoose: () => location.assign(`${card}&kind=${kind}`),
  })
  const choices = {
    register: {
      key: 'register',
      label: say('register'),
      icon: <AddIcon aria-hidden />,
      onChoose: () => routing.go(`${path('complaints/new')}?client=${id}`),
    },
    print: {
      key: 'print',
      label: say('print'),
      icon: <PrintIcon aria-hidden />,
      onChoose: () => location.assign(card),
    },
    client: otherCard('client'),
    tracking: otherCard('tracking'),
    consumption: otherCard('consumption'),
    subject: {
      key: 'subject',
      label: say('subject'),
      onChoose: () => routing.go(`${path('subject-requests/new')}?client=${id}`),
    },
    ask: { key: 'ask', label: say('ask'), onChoose: () => setOpen('ask') },
    merge: { key: 'merge', label: say('merge'), onChoose: () => setOpen('merge') },
    archive: { key: 'archive', label: archive, danger: true, onChoose: () => setOpen('archive') },
  } satisfies Record<string, MenuChoice>
  return (
    <>
      <HeaderActions
        first={isCurrent && may('complaint:register') ? choices.register : undefined}
        usual={[
          ...(may('client:printCard') ? [choices.print] : []),
          ...(mergedInto === null && may('exportRequest:submit') ? [choices.ask] : []),
        ]}
        seldom={[
          ...(may('client:printCard') ? [choices.client] : []),
          ...(may('client:printCard') && may('reception:readWords') ? [choices.tracking] : []),
          ...(may('client:printCard') && may('receivable:readAmounts') ? [choices.consumption] : []),
          ...(may('subjectRequest:register') ? [choices.subject] : []),
          ...(isCurrent && may('clientMerge:propose') ? [choices.merge] : []),
          ...(isCurrent && may('client:archive') ? [choices.archive] : []),
        ]}
      />
      <Sheet open={open === 'ask'} title={say('askTitle')} onClose={close}>
        {open === 'ask' && (
          <AskForUse clientIds={[id]} scopeNote={say('scope', { code })} form="CARD" onCancel={close} />
        )}
      </Sheet>
      <Sheet open={open === 'merge'} title={say('mergeTitle')} onClose={close}>
        {open === 'merge' && <ChooseOther clientId={id} onCancel={close} />}
      </Sheet>
      <Sheet open={open === 'archive'} title={archive} onClose={close}>
        {open === 'archive' && <ArchiveForm client={client} onReload={onReload} onClose={close} />}
      </Sheet>
    </>
  )
}
