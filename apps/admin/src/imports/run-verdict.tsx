import type { DuplicateChoice } from '@steward/domain'
import type { ImportRunPartsFragment } from '@steward/graphql-client'
import { messages, useAct, useMessages, usePortalPath, useViewer, type Outcome } from '@steward/portal'
import { Alert, AppLink, Button, ConfirmDialog, Stack, useIsPhone, useUi } from '@steward/ui'
import { useState } from 'react'
import { ApplyImport, UndoImport } from './import-run-parts.ts'

const texts = messages({
  would: {
    zh: '试运行通过：将新增 {{fresh}} 条、更新 {{changed}} 条。现在还没有写入任何数据。',
    en: 'The dry run is through: {{fresh}} would be new, {{changed}} changed. Nothing is written yet.',
  },
  wouldUndo: {
    zh: '撤销会收回 {{changed}} 行，保留 {{left}} 行（下面逐行列出原因）。撤销本身不能再撤回；收回的编号不再给别人。',
    en: 'Undoing would take {{changed}} rows back and leave {{left}} alone (why is told below, row by row). Undoing cannot be undone; codes stay used.',
  },
  nothing: {
    zh: '没有可写入的内容：都已在系统中，或都被拒绝。',
    en: 'There is nothing to write: all of it is in already, or is refused.',
  },
  nothingToUndo: {
    zh: '没有可撤销的行：别人都已修改或以此为依据。',
    en: 'Nothing can be taken back: others have changed or built upon every row.',
  },
  done: {
    zh: '已全部写入：新增 {{fresh}} 条、更新 {{changed}} 条。',
    en: 'All of it is in: {{fresh}} new, {{changed}} changed.',
  },
  undone: {
    zh: '已撤销：收回 {{changed}} 行，保留 {{left}} 行。',
    en: 'Undone: {{changed}} rows were taken back, {{left}} left alone.',
  },
  wasUndone: { zh: '这次导入已撤销。', en: 'This import was undone.' },
  wasApplied: { zh: '这次试运行已写入。', en: 'This dry run was applied.' },
  same: { zh: '与上次相同，没有任何改动。', en: 'Nothing has changed since the last time.' },
  created: {
    zh: '新建分类 {{categories}} 个、部门 {{departments}} 个',
    en: '{{categories}} categories and {{departments}} departments are new',
  },
  apply: { zh: '导入 {{rows}} 行', en: 'Import {{rows}} rows' },
  applyUndo: { zh: '撤销 {{rows}} 行', en: 'Take {{rows}} rows back' },
  second: {
    zh: '超过 {{rows}} 行，须由另一位同事打开这次试运行并写入。',
    en: 'More than {{rows}} rows: a colleague has to open this dry run and apply it.',
  },
  undo: { zh: '撤销这次导入', en: 'Undo this import' },
  undoHint: {
    zh: '先列出会收回哪些、保留哪些，确认后才真正撤销。',
    en: 'First it is told what would be taken back and what stays; only then it is done.',
  },
  origin: { zh: '查看原来的导入', en: 'The import that is undone' },
  sure: { zh: '确定撤销 {{rows}} 行？', en: 'Take {{rows}} rows back?' },
  sureHint: {
    zh: '新增的客户或房号会停用、应收会作废，修改过的恢复原值。这一步不能撤回。',
    en: 'What is new is withdrawn, charges are voided, what was changed gets its values back. This cannot be undone.',
  },
})

interface RunVerdictProps {
  readonly run: ImportRunPartsFragment
  /** For likely duplicates of which nobody has decided singly. */
  readonly duplicateChoice: DuplicateChoice
}

/** What came of it in one sentence, and what can be done now. */
export function RunVerdict({ run, duplicateChoice }: RunVerdictProps) {
  const say = useMessages(texts)
  const path = usePortalPath()
  const phone = useIsPhone()
  const { locale, routing } = useUi()
  const { staff } = useViewer()
  const applyImport = useAct(ApplyImport)
  const undoImport = useAct(UndoImport)
  const [busy, setBusy] = useState(false)
  const [asking, setAsking] = useState(false)
  const [problem, setProblem] = useState<string>()
  const format = new Intl.NumberFormat(locale)
  const isUndo = run.undoes !== null
  const rows = run.rowsNew + run.rowsChanged
  const figures = {
    fresh: format.format(run.rowsNew),
    changed: format.format(run.rowsChanged),
    left: format.format(run.rowsUnchanged),
  }
  const act = async (asked: Promise<Outcome<{ id: string }, unknown>>): Promise<void> => {
    setBusy(true)
    const { done, refused } = await asked
    setBusy(false)
    setAsking(false)
    if (done) routing.go(path(`imports/${done.id}`))
    else setProblem(refused?.message)
  }
  const apply = () => act(applyImport({ importRunId: run.id, duplicateChoice }))
  const may = (action: string): boolean => run.availableActions.includes(action as never)
  const needsOther =
    run.dryRun && run.startedBy?.id === staff.id && rows + run.rowsDuplicate > run.rowsByOne && may('APPLY')
  const isApplicable = may('APPLY') && rows + run.rowsDuplicate > 0
  const button = isApplicable && !needsOther && (
    <Button
      type="primary"
      danger={isUndo}
      block={phone}
      loading={busy}
      onClick={() => (isUndo ? setAsking(true) : void apply())}
    >
      {say(isUndo ? 'applyUndo' : 'apply', { rows: format.format(rows) })}
    </Button>
  )
  const isNew = run.categoriesNew + run.departmentsNew > 0
  const created = say('created', {
    categories: format.format(run.categoriesNew),
    departments: format.format(run.departmentsNew),
  })
  return (
    <Stack gap={2}>
      <Alert
        type={run.dryRun || run.undoneAt ? 'info' : 'success'}
        showIcon
        title={sentence()}
        {...(isNew ? { description: created } : {})}
        action={!phone && button}
      />
      {phone && button}
      {needsOther && (
        <Alert type="warning" showIcon title={say('second', { rows: format.format(run.rowsByOne) })} />
      )}
      {problem && <Alert type="error" showIcon title={problem} role="alert" />}
      {run.undoes && <AppLink to={path(`imports/${run.undoes.id}`)}>{say('origin')}</AppLink>}
      {may('UNDO') && (
        <div className="st-inline" style={{ gap: 8, alignItems: 'center' }}>
          <Button loading={busy} onClick={() => void act(undoImport({ importRunId: run.id }))}>
            {say('undo')}
          </Button>
          <span className="st-quiet st-small">{say('undoHint')}</span>
        </div>
      )}
      <ConfirmDialog
        open={asking}
        title={say('sure', { rows: format.format(rows) })}
        verb={say('applyUndo', { rows: format.format(rows) })}
        danger
        onConfirm={apply}
        onCancel={() => setAsking(false)}
      >
        {say('sureHint')}
      </ConfirmDialog>
    </Stack>
  )

  function sentence(): string {
    if (run.undoneAt) return say('wasUndone')
    if (run.appliedAt) return say('wasApplied')
    if (isUndo && run.dryRun) return rows > 0 ? say('wouldUndo', figures) : say('nothingToUndo')
    if (isUndo) return say('undone', figures)
    if (run.dryRun) return rows + run.rowsDuplicate > 0 ? say('would', figures) : say('nothing')
    return rows > 0 ? say('done', figures) : say('same')
  }
}
