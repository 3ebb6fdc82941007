import { CLIENT_ACTION_LABELS, CLIENT_INPUTS } from '@steward/domain'
import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useCheckInput, useMay, useMessages, useSay } from '@steward/portal'
import { Alert, Button, Field, Form, Input, Instant, MenuButton, MoreIcon, Sheet } from '@steward/ui'
import { useState } from 'react'
import { ArchiveClient, RestoreClient } from './archive-documents.ts'
import { useArchiveAct } from './use-archive-act.ts'

export const ClientStandingFragment = graphql(/* GraphQL */ `
  fragment ClientStanding on Client {
    id
    version
    archivedAt
    archiveReason
  }
`)

const texts = messages({
  more: { zh: '更多', en: 'More' },
  reason: { zh: '停用原因', en: 'Why it is out of use' },
  hint: { zh: '资料都会保留，随时可以恢复。', en: 'Nothing is lost, and it can be restored at any time.' },
  archived: { zh: '档案已停用', en: 'This archive is out of use' },
  restored: { zh: '档案已恢复', en: 'The archive is in use again' },
})

interface StandingProps {
  readonly client: FragmentType<typeof ClientStandingFragment>
  readonly onReload: () => Promise<unknown>
}

/** Putting an archive out of use is seldom wanted: it lies in a menu. */
export function ArchiveMenu({ client, onReload }: StandingProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const check = useCheckInput()
  const { id, version, archivedAt } = readFragment(ClientStandingFragment, client)
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  const archive = useArchiveAct(ArchiveClient, say('archived'), { onReload, onClose: close })
  if (archivedAt || !may('client:archive')) return null
  const verb = sayWord(CLIENT_ACTION_LABELS.archive)
  return (
    <>
      <MenuButton
        label={say('more')}
        icon={<MoreIcon aria-hidden />}
        outlined
        groups={[{ choices: [{ key: 'archive', label: verb, danger: true, onChoose: () => setOpen(true) }] }]}
      />
      <Sheet open={open} title={verb} onClose={close}>
        <Form<{ reason: string }>
          label={verb}
          verb={verb}
          onCancel={close}
          check={({ reason }) => check(CLIENT_INPUTS.archive, { reason, expectedVersion: version })}
          onSubmit={({ reason }) => archive({ clientId: id, expectedVersion: version, reason })}
        >
          <Field name="reason" label={say('reason')} hint={say('hint')} required>
            <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
          </Field>
        </Form>
      </Sheet>
    </>
  )
}

/** Says that an archive is out of use, and takes it into use again. */
export function ArchivedNote({ client, onReload }: StandingProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const { id, version, archivedAt, archiveReason } = readFragment(ClientStandingFragment, client)
  const restore = useArchiveAct(RestoreClient, say('restored'), { onReload, onClose: () => undefined })
  if (!archivedAt) return null
  return (
    <Alert
      type="warning"
      showIcon
      title={say('archived')}
      description={
        <>
          <Instant at={archivedAt} show="absolute" /> {archiveReason}
        </>
      }
      action={
        may('client:restore') && (
          <Button onClick={() => void restore({ clientId: id, expectedVersion: version })}>
            {sayWord(CLIENT_ACTION_LABELS.restore)}
          </Button>
        )
      }
    />
  )
}
