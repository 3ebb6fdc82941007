import { useQuery } from '@apollo/client/react'
import { TEMPLATE_KEYS, templateLabel } from '@steward/domain'
import { FailureState, messages, useMay, useMessages, usePortalPath, useSay } from '@steward/portal'
import { EmptyState, Inline, Instant, Loading, PageHeader, StatusTag } from '@steward/ui'
import { useParams } from 'react-router'
import { NoticeTemplates } from './template-documents.ts'
import { TemplateForm } from './template-form.tsx'
import { TemplatePreview } from './template-preview.tsx'
import { houseWords, sameWords, wordsInForce } from './template-words.ts'

const texts = messages({
  list: { zh: '消息模板', en: 'Notice texts' },
  none: { zh: '没有这个模板', en: 'There is no such text' },
  house: { zh: '原文，未改动', en: 'The original words' },
  own: { zh: '第 {{count}} 版', en: 'Revision {{count}}' },
  again: { zh: '与原文一致', en: 'The same as the original' },
  by: { zh: '{{name}} 改于', en: 'changed by {{name}}' },
})

/** One text: read by who oversees it, written by who answers for it. */
export function TemplatePage() {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()
  const path = usePortalPath()
  const { key: wanted } = useParams<'key'>()
  const { data, error, refetch } = useQuery(NoticeTemplates)
  const key = TEMPLATE_KEYS.find((it) => it === wanted)
  if (!key) return <EmptyState title={say('none')} />
  if (!data) return error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Loading />
  const own = data.noticeTemplates.find((it) => it.key === key)
  const words = wordsInForce(key, own)
  return (
    <>
      <PageHeader
        title={sayWord(templateLabel(key))}
        back={{ to: path('notice-templates'), label: say('list') }}
        subtitle={
          own ? (
            <Inline gap={2}>
              <StatusTag tone="primary">{say('own', { count: own.version })}</StatusTag>
              {sameWords(words, houseWords(key)) && <span>{say('again')}</span>}
              <span>
                {say('by', { name: own.updatedBy?.name ?? '—' })} <Instant at={own.updatedAt} />
              </span>
            </Inline>
          ) : (
            say('house')
          )
        }
      />
      {may('noticeTemplate:change') ? (
        <TemplateForm key={key} template={key} own={own} onReload={refetch} />
      ) : (
        <TemplatePreview template={key} words={words} />
      )}
    </>
  )
}
