import { ATTACHMENT_ACTION_LABELS } from '@steward/domain'
import {
  graphql,
  readFragment,
  type AttachmentCardFragment as AttachmentFacts,
  type FragmentType,
} from '@steward/graphql-client'
import { messages, useMay, useMessages, useSay } from '@steward/portal'
import {
  AddIcon,
  Button,
  Cards,
  Field,
  Fold,
  Form,
  Input,
  Instant,
  Panel,
  Sheet,
  Stack,
  useNotify,
  useUi,
} from '@steward/ui'
import { useState } from 'react'
import { useArchiveAct, type ArchiveSurroundings } from '../page/use-archive-act.ts'
import { AttachForm } from './attach-form.tsx'
import { AttachmentCard } from './attachment-card.tsx'
import { AttachmentCardFragment, RemoveAttachment } from './attachment-documents.ts'
import { saveRevealed } from './attachment-files.ts'

export const ClientAttachmentsFragment = graphql(/* GraphQL */ `
  fragment ClientAttachments on Client {
    id
    archivedAt
    attachments {
      id
      ...AttachmentCard
    }
  }
`)

const texts = messages({
  title: { zh: '附件', en: 'Files' },
  none: { zh: '还没有附件', en: 'No file yet' },
  gone: { zh: '已移除（{{count}}）', en: 'Removed ({{count}})' },
  nameless: { zh: '（名称不可见）', en: '(name not shown)' },
  reason: { zh: '用途', en: 'What it is needed for' },
  reasonHint: {
    zh: '对象、时间和用途都会记入查阅台账，由品质管理查看。',
    en: 'What, when and why goes into the ledger of reading, which quality management reads.',
  },
  save: { zh: '查看并下载', en: 'Show and save' },
  saved: { zh: '已下载，请妥善保管，用后删除', en: 'Saved: keep it safe, and delete it after use' },
  noAnswer: {
    zh: '没有收到文件，请检查网络后重试。',
    en: 'Nothing arrived. Check the network and try again.',
  },
  why: { zh: '移除的原因', en: 'Why it is removed' },
  whyHint: {
    zh: '文件内容将永久删除，无法恢复；谁、何时、为何移除会留下记录。',
    en: 'The content is deleted for good; who removed it, when and why stays on record.',
  },
  removed: { zh: '附件已移除', en: 'The file is removed' },
})

interface AttachmentsProps {
  readonly client: FragmentType<typeof ClientAttachmentsFragment>
  readonly onReload: () => Promise<unknown>
}

type Open = 'add' | { readonly verb: 'reveal' | 'remove'; readonly of: AttachmentFacts }

/** The files of a client, the newest first; of those that were removed, what is left on record. */
export function ClientAttachments({ client, onReload }: AttachmentsProps) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const { id, archivedAt, attachments } = readFragment(ClientAttachmentsFragment, client)
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  const all = attachments.map((each) => readFragment(AttachmentCardFragment, each))
  const gone = all.filter(({ removedAt }) => removedAt !== null)
  const present = all.filter(({ removedAt }) => removedAt === null)
  const surroundings = { onReload, onClose: close }
  return (
    <Panel
      title={say('title')}
      actions={
        archivedAt === null &&
        may('attachment:add') && (
          <Button type="text" icon={<AddIcon aria-hidden />} onClick={() => setOpen('add')}>
            {sayWord(ATTACHMENT_ACTION_LABELS.add)}
          </Button>
        )
      }
    >
      {present.length === 0 && <span className="st-quiet">{say('none')}</span>}
      <Cards label={say('title')}>
        {present.map((each) => (
          <AttachmentCard
            key={each.id}
            attachment={each}
            onReveal={() => setOpen({ verb: 'reveal', of: each })}
            onRemove={() => setOpen({ verb: 'remove', of: each })}
          />
        ))}
      </Cards>
      {gone.length > 0 && (
        <Fold title={say('gone', { count: gone.length })}>
          <Stack gap={1}>
            {gone.map((each) => (
              <span key={each.id} className="st-small">
                <Instant at={each.removedAt!} show="absolute" /> {each.name ?? say('nameless')}{' '}
                <span className="st-quiet">
                  {[each.removedBy?.name, each.removalReason].filter(Boolean).join(' · ')}
                </span>
              </span>
            ))}
          </Stack>
        </Fold>
      )}
      <Sheet
        open={open !== undefined}
        title={sayWord(ATTACHMENT_ACTION_LABELS[typeof open === 'object' ? open.verb : 'add'])}
        onClose={close}
      >
        {open === 'add' && <AttachForm clientId={id} {...surroundings} />}
        {typeof open === 'object' && open.verb === 'reveal' && (
          <RevealForm attachment={open.of} onClose={close} />
        )}
        {typeof open === 'object' && open.verb === 'remove' && (
          <RemoveForm attachment={open.of} {...surroundings} />
        )}
      </Sheet>
    </Panel>
  )
}

interface Reason {
  readonly reason: string
}

function RevealForm({
  attachment,
  onClose,
}: {
  readonly attachment: AttachmentFacts
  readonly onClose: () => void
}) {
  const say = useMessages(texts)
  const notify = useNotify()
  const { locale } = useUi()
  return (
    <Form<Reason>
      label={say('save')}
      verb={say('save')}
      onCancel={onClose}
      onSubmit={async ({ reason }) => {
        const outcome = await saveRevealed(attachment.id, attachment.name ?? '', reason, locale)
        if (!outcome.done) return { fields: { reason: outcome.problem ?? say('noAnswer') } }
        notify.done(say('saved'))
        onClose()
        return undefined
      }}
    >
      <p className="st-strong">{attachment.name}</p>
      <Field name="reason" label={say('reason')} hint={say('reasonHint')} required>
        <Input maxLength={200} />
      </Field>
    </Form>
  )
}

function RemoveForm({
  attachment,
  ...surroundings
}: ArchiveSurroundings & { readonly attachment: AttachmentFacts }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const remove = useArchiveAct(RemoveAttachment, say('removed'), surroundings)
  const { id: attachmentId, version: expectedVersion, name } = attachment
  return (
    <Form<Reason>
      label={sayWord(ATTACHMENT_ACTION_LABELS.remove)}
      verb={sayWord(ATTACHMENT_ACTION_LABELS.remove)}
      onCancel={surroundings.onClose}
      onSubmit={({ reason }) => remove({ attachmentId, expectedVersion, reason })}
    >
      <p className="st-strong">{name}</p>
      <Field name="reason" label={say('why')} hint={say('whyHint')} required>
        <Input maxLength={200} />
      </Field>
    </Form>
  )
}
