import {
  ATTACHMENT_ACCEPT,
  isPicture,
  MAXIMUM_ATTACHMENT_BYTES,
  type AttachmentFormat,
} from '@steward/domain'
import type { PlanTaskCardFragment } from '@steward/graphql-client'
import {
  Alert,
  AttachmentIcon,
  Button,
  DeleteIcon,
  fileSize,
  Inline,
  Panel,
  Stack,
  ThumbButton,
  useUi,
} from '@steward/ui'
import { useRef, useState } from 'react'
import { useFreshAct } from '../acts/use-fresh-act.ts'
import { messages, useMessages } from '../i18n/messages.ts'
import { useMay } from '../session/viewer.tsx'
import { evidencePath, sendEvidence } from './evidence-files.ts'
import { RemoveEvidenceOfPlanTask } from './plan-task-documents.ts'

const texts = messages({
  title: { zh: '凭证', en: 'Evidence' },
  needed: { zh: '完成前须有照片或凭证', en: 'A photograph or a file is needed before it is done' },
  none: { zh: '还没有凭证', en: 'Nothing yet' },
  add: { zh: '拍照或添加文件', en: 'Add a photograph or file' },
  remove: { zh: '移除 {{name}}', en: 'Remove {{name}}' },
  tooLarge: { zh: '文件不能超过 20 MB。', en: 'A file may have 20 MB at most.' },
  lost: { zh: '没有传上去，请再试一次。', en: 'It did not arrive: try again.' },
  sending: { zh: '正在上传 {{part}}%', en: 'Sending, {{part}}%' },
})

const THUMBNAIL = { maxWidth: 160, maxHeight: 120, objectFit: 'cover', borderRadius: 4 } as const

interface EvidencePanelProps {
  readonly task: PlanTaskCardFragment
  readonly onReload: () => Promise<unknown>
}

/** Photographs of what was done: taken with the camera of the phone, shown small, one press to see them. */
export function EvidencePanel({ task, onReload }: EvidencePanelProps) {
  const say = useMessages(texts)
  const may = useMay()
  const { locale } = useUi()
  const chooser = useRef<HTMLInputElement>(null)
  const [part, setPart] = useState<number>()
  const [problem, setProblem] = useState<string>()
  const remove = useFreshAct(RemoveEvidenceOfPlanTask, onReload)
  const isOpen = task.status === 'SCHEDULED' || task.status === 'IN_PROGRESS'
  const canAdd = isOpen && may('planTask:addEvidence')
  if (task.evidence.length === 0 && !canAdd) return null
  const send = async (files: readonly File[]) => {
    setProblem(undefined)
    for (const file of files) {
      if (file.size > MAXIMUM_ATTACHMENT_BYTES) {
        setProblem(say('tooLarge'))
        continue
      }
      setPart(0)
      const told = { taskId: task.id, name: file.name }
      const { done, problem: why } = await sendEvidence(file, told, locale, setPart)
      if (!done) setProblem(why ?? say('lost'))
    }
    setPart(undefined)
    await onReload()
  }
  const take = async (evidenceId: string, version: number) => {
    const { refused } = await remove({ evidenceId, expectedVersion: version })
    if (refused) setProblem(refused.message)
    await onReload()
  }
  return (
    <Panel title={say('title')}>
      <Stack gap={3}>
        {problem && <Alert type="error" showIcon title={problem} role="alert" />}
        {task.evidence.length === 0 && (
          <span className="st-quiet">{say(task.needsEvidence ? 'needed' : 'none')}</span>
        )}
        {task.evidence.map(({ id, version, name, format, sizeBytes }) => (
          <Inline key={id} gap={2} justify="space-between" wrap={false}>
            <a href={evidencePath(id)} download={name}>
              {isPicture(format as AttachmentFormat) ? (
                <img src={`${evidencePath(id)}/picture`} alt={name} loading="lazy" style={THUMBNAIL} />
              ) : (
                <>
                  <AttachmentIcon aria-hidden /> {name}
                </>
              )}
            </a>
            <span className="st-quiet">{fileSize(sizeBytes, locale)}</span>
            {canAdd && (
              <Button
                icon={<DeleteIcon aria-hidden />}
                aria-label={say('remove', { name })}
                onClick={() => void take(id, version)}
              />
            )}
          </Inline>
        ))}
        {canAdd && (
          <>
            <input
              ref={chooser}
              className="st-hidden"
              type="file"
              aria-label={say('add')}
              tabIndex={-1}
              accept={ATTACHMENT_ACCEPT}
              multiple
              onChange={({ target }) => {
                const files = [...(target.files ?? [])]
                target.value = ''
                void send(files)
              }}
            />
            <ThumbButton
              icon={<AttachmentIcon aria-hidden />}
              loading={part !== undefined}
              onClick={() => chooser.current?.click()}
            >
              {part === undefined ? say('add') : say('sending', { part: Math.round(part * 100) })}
            </ThumbButton>
          </>
        )}
      </Stack>
    </Panel>
  )
}
