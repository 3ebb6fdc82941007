import type { ClientKind } from '@steward/domain'
import { graphql, readFragment, type FragmentType } from '@steward/graphql-client'
import { messages, useFreshAct, useMay, useMessages } from '@steward/portal'
import { AddIcon, Alert, Button, CloseIcon, Inline, Select, StatusTag } from '@steward/ui'
import { useState } from 'react'
import { isGiven, TagClients, toneOf, UntagClients, useTagName, useTags } from './tag-documents.ts'

export const ClientTagBarFragment = graphql(/* GraphQL */ `
  fragment ClientTagBar on Client {
    id
    kind
    archivedAt
    tags {
      id
      tag {
        id
        nameZh
        nameEn
        tone
      }
    }
  }
`)

const texts = messages({
  label: { zh: '标签', en: 'Tags' },
  add: { zh: '贴标签', en: 'Add a tag' },
  choose: { zh: '选择标签', en: 'Choose a tag' },
  remove: { zh: '取下标签 {{name}}', en: 'Remove tag {{name}}' },
  cancel: { zh: '取消', en: 'Cancel' },
})

interface TagBarProps {
  readonly client: FragmentType<typeof ClientTagBarFragment>
  readonly onReload: () => Promise<unknown>
}

/** What a client is filed by: given and taken off with one touch. */
export function ClientTagBar({ client, onReload }: TagBarProps) {
  const say = useMessages(texts)
  const may = useMay()
  const nameOf = useTagName()
  const { id, kind, archivedAt, tags } = readFragment(ClientTagBarFragment, client)
  const [choosing, setChoosing] = useState(false)
  const [problem, setProblem] = useState<string>()
  const give = useFreshAct(TagClients, onReload)
  const take = useFreshAct(UntagClients, onReload)
  if (tags === null) return null
  const act = async (verb: typeof give, tagId: string): Promise<void> => {
    setChoosing(false)
    const { refused } = await verb({ clientIds: [id], tagId })
    setProblem(refused?.message)
    if (!refused) await onReload()
  }
  const takes = archivedAt === null && may('client:untag')
  return (
    <section aria-label={say('label')}>
      <Inline gap={2}>
        {tags.map(({ id: key, tag }) => {
          if (!tag) return null
          const name = nameOf(tag)
          return (
            <Inline key={key} gap={1}>
              <StatusTag tone={toneOf(tag.tone)}>{name}</StatusTag>
              {takes && (
                <Button
                  type="text"
                  size="small"
                  icon={<CloseIcon aria-hidden />}
                  aria-label={say('remove', { name })}
                  onClick={() => void act(take, tag.id)}
                />
              )}
            </Inline>
          )
        })}
        {archivedAt === null &&
          may('client:tag') &&
          (choosing ? (
            <TagChoice
              kind={kind}
              borne={tags.map(({ tag }) => tag?.id)}
              onChoose={(tagId) => void act(give, tagId)}
              onCancel={() => setChoosing(false)}
            />
          ) : (
            <Button size="small" icon={<AddIcon aria-hidden />} onClick={() => setChoosing(true)}>
              {say('add')}
            </Button>
          ))}
      </Inline>
      {problem && <Alert type="error" showIcon title={problem} role="alert" />}
    </section>
  )
}

interface TagChoiceProps {
  readonly kind: ClientKind
  readonly borne: readonly (string | undefined)[]
  readonly onChoose: (tagId: string) => void
  readonly onCancel: () => void
}

function TagChoice({ kind, borne, onChoose, onCancel }: TagChoiceProps) {
  const say = useMessages(texts)
  const nameOf = useTagName()
  const offered = useTags().filter((tag) => isGiven(tag, kind) && !borne.includes(tag.id))
  return (
    <>
      <Select
        autoFocus
        defaultOpen
        aria-label={say('choose')}
        placeholder={say('choose')}
        style={{ minWidth: 160 }}
        popupMatchSelectWidth={false}
        showSearch={{ optionFilterProp: 'label' }}
        options={offered.map((tag) => ({ value: tag.id, label: nameOf(tag) }))}
        onChange={onChoose}
      />
      <Button size="small" onClick={onCancel}>
        {say('cancel')}
      </Button>
    </>
  )
}
