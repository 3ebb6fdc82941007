import { IMPORT_STATUS_LABELS, type ImportStatus } from '@steward/domain'
import { messages, useMessages, useSay } from '@steward/portal'
import { StatusTag, type Tone } from '@steward/ui'

const texts = messages({
  lost: { zh: '已中断', en: 'Interrupted' },
  dryRun: { zh: '试运行', en: 'Dry run' },
  undo: { zh: '撤销', en: 'Undo' },
  undone: { zh: '已撤销', en: 'Undone' },
})

const TONES: Readonly<Record<ImportStatus, Tone>> = {
  WAITING: 'info',
  READING: 'info',
  WRITING: 'info',
  DONE: 'good',
  REFUSED: 'bad',
  CANCELLED: 'neutral',
  FAILED: 'bad',
}

interface RunState {
  readonly status: ImportStatus
  readonly isLost: boolean
  readonly dryRun: boolean
  readonly undoneAt: string | null
  readonly undoes: object | null
}

export const isRunning = ({ status, isLost }: Pick<RunState, 'status' | 'isLost'>): boolean =>
  !isLost && (status === 'WAITING' || status === 'READING' || status === 'WRITING')

/** How far it is or how it ended, and whether it was only a try. */
export function RunStateTags({ run }: { readonly run: RunState }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  return (
    <>
      {run.isLost ? (
        <StatusTag tone="warn">{say('lost')}</StatusTag>
      ) : (
        <StatusTag tone={TONES[run.status]} dot={isRunning(run)}>
          {sayWord(IMPORT_STATUS_LABELS[run.status])}
        </StatusTag>
      )}{' '}
      {run.dryRun && <StatusTag>{say('dryRun')}</StatusTag>}{' '}
      {run.undoes && <StatusTag tone="warn">{say('undo')}</StatusTag>}
      {run.undoneAt && <StatusTag tone="warn">{say('undone')}</StatusTag>}
    </>
  )
}
