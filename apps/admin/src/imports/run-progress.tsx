import { graphql, type ImportRunPartsFragment } from '@steward/graphql-client'
import { messages, useAct, useMessages } from '@steward/portal'
import { Button, ConfirmDialog, Inline, Panel, Progress, Stack, useNotify, useUi } from '@steward/ui'
import { useState } from 'react'

const CancelImport = graphql(/* GraphQL */ `
  mutation CancelImport($input: CancelImportInput!) {
    cancelImport(input: $input) {
      ... on ImportRun {
        id
        status
        cancelRequested
        finishedAt
      }
      ... on UserError {
        code
        message
      }
    }
  }
`)

const texts = messages({
  WAITING: { zh: '正在打开文件……', en: 'Opening the file …' },
  READING: { zh: '正在检查第 {{rows}} 行……', en: 'Checking row {{rows}} …' },
  WRITING: { zh: '{{rows}} 行已检查，正在写入……', en: '{{rows}} rows are checked; writing …' },
  cancelling: { zh: '正在取消……', en: 'Cancelling …' },
  leave: {
    zh: '可以离开本页，导入会继续进行。全部写完之前，别人什么也看不到。',
    en: 'You may leave this page; it goes on. Until all is written, nobody sees any of it.',
  },
  cancel: { zh: '取消导入', en: 'Cancel the import' },
  sure: { zh: '取消这次导入？', en: 'Cancel this import?' },
  sureHint: {
    zh: '已处理的部分会全部撤回，不留下任何数据。',
    en: 'All that was done is taken back; nothing stays.',
  },
})

/** How far a run is, and the way to end it. */
export function RunProgress({ run }: { readonly run: ImportRunPartsFragment }) {
  const say = useMessages(texts)
  const notify = useNotify()
  const { locale } = useUi()
  const cancelImport = useAct(CancelImport)
  const [asking, setAsking] = useState(false)
  const rows = new Intl.NumberFormat(locale).format(run.rowsRead)
  const stage = run.status === 'WRITING' ? 'WRITING' : run.rowsRead > 0 ? 'READING' : 'WAITING'
  const words = run.cancelRequested
    ? say('cancelling')
    : stage === 'WAITING'
      ? say(stage)
      : say(stage, { rows })

  const cancel = async (): Promise<void> => {
    const { refused } = await cancelImport({ importRunId: run.id })
    setAsking(false)
    if (refused?.message) notify.failed(refused.message)
  }
  return (
    <Panel>
      <Stack gap={3}>
        <span className="st-strong" role="status">
          {words}
        </span>
        <Progress percent={run.progress} status="active" aria-label={words} />
        <Inline justify="space-between">
          <span className="st-quiet st-small">{say('leave')}</span>
          {run.availableActions.includes('CANCEL') && (
            <Button danger disabled={run.cancelRequested} onClick={() => setAsking(true)}>
              {say('cancel')}
            </Button>
          )}
        </Inline>
      </Stack>
      <ConfirmDialog
        open={asking}
        title={say('sure')}
        verb={say('cancel')}
        danger
        onConfirm={cancel}
        onCancel={() => setAsking(false)}
      >
        {say('sureHint')}
      </ConfirmDialog>
    </Panel>
  )
}
