import { CLIENT_ACTION_LABELS, CLIENT_INPUTS } from '@steward/domain'
import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useCheckInput, useMay, useMessages, usePortalPath, useSay } from '@steward/portal'
import { Alert, AppLink, Button, Field, Form, Input, Instant } from '@steward/ui'
import { ArchiveClient, RestoreClient } from './archive-documents.ts'
import { useArchiveAct } from './use-archive-act.ts'

export const ClientStandingFragment = graphql(/* GraphQL */ `
  fragment ClientStanding on Client {
    id
    version
    archivedAt
    archiveReason
    mergedInto {
      id
      code
      name
    }
  }
`)

const texts = messages({
  reason: { zh: '停用原因', en: 'Why it is out of use' },
  hint: { zh: '资料都会保留，随时可以恢复。', en: 'Nothing is lost, and it can be restored at any time.' },
  archived: { zh: '档案已停用', en: 'This archive is out of use' },
  restored: { zh: '档案已恢复', en: 'The archive is in use again' },
  merged: { zh: '已并入 {{name}}', en: 'Merged into {{name}}' },
  mergedHint: {
    zh: '这里只剩合并时留下的记录；新的办理请到并入后的档案。',
    en: 'Only what the merge left behind is here; whatever is begun is begun with that client.',
  },
  survivor: { zh: '打开 {{code}}', en: 'Open {{code}}' },
})

export interface StandingProps {
  readonly client: FragmentType<typeof ClientStandingFragment>
  readonly onReload: () => Promise<unknown>
}

/** Puts an archive out of use. */
export function ArchiveForm({ client, ...surroundings }: StandingProps & { readonly onClose: () => void }) {
  const say = useMessages(texts)
  const check = useCheckInput()
  const { id, version } = readFragment(ClientStandingFragment, client)
  const archive = useArchiveAct(ArchiveClient, say('archived'), surroundings)
  const verb = useSay()(CLIENT_ACTION_LABELS.archive)
  return (
    <Form<{ reason: string }>
      label={verb}
      verb={verb}
      onCancel={surroundings.onClose}
      check={({ reason }) => check(CLIENT_INPUTS.archive, { reason, expectedVersion: version })}
      onSubmit={({ reason }) => archive({ clientId: id, expectedVersion: version, reason })}
    >
      <Field name="reason" label={say('reason')} hint={say('hint')} required>
        <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
      </Field>
    </Form>
  )
}

/** Says that an archive is out of use, and takes it into use again. */
export function ArchivedNote({ client, onReload }: StandingProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const path = usePortalPath()
  const { id, version, archivedAt, archiveReason, mergedInto } = readFragment(ClientStandingFragment, client)
  const restore = useArchiveAct(RestoreClient, say('restored'), { onReload, onClose: () => undefined })
  if (!archivedAt) return null
  if (mergedInto) {
    const { id: into, code, name } = mergedInto
    return (
      <Alert
        type="warning"
        showIcon
        title={say('merged', { name: [name, code].filter(Boolean).join(' · ') })}
        description={say('mergedHint')}
        action={<AppLink to={path(`clients/${into}`)}>{say('survivor', { code })}</AppLink>}
      />
    )
  }
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
