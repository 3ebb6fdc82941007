import { messages, useMessages, useSay } from '@steward/portal'
import { Panel, Stack } from '@steward/ui'
import { CriteriaEditor } from './criteria-editor.tsx'
import { EarnsEditor, GradesEditor } from './grades-editor.tsx'
import { checkedDraft, NEW_STANDARD, type DraftStandard } from './standard-draft.ts'

const texts = messages({
  grades: { zh: '等级划分', en: 'Grades' },
  earns: {
    zh: '各级享有（只增加，不降低合同约定的服务）',
    en: 'What each grade earns (it only adds to the contracted service)',
  },
})

/** A whole standard as a control of a form, which hands in value and change. */
export function StandardField({
  value = NEW_STANDARD,
  onChange,
}: {
  readonly value?: DraftStandard
  readonly onChange?: (standard: DraftStandard) => void
}) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const { problems } = checkedDraft(value)
  const put = (change: Partial<DraftStandard>) => onChange?.({ ...value, ...change })
  const problemsOf = (part: 'grades' | 'earns') => {
    const sentences = problems
      .filter(({ path }) => path.startsWith(part))
      .map(({ message }) => sayWord(message))
    return (
      sentences.length > 0 && (
        <p className="st-problem" role="status">
          {[...new Set(sentences)].join(' ')}
        </p>
      )
    )
  }
  return (
    <Stack gap={4}>
      <CriteriaEditor
        criteria={value.criteria}
        problems={problems}
        onChange={(criteria) => put({ criteria })}
      />
      <Panel title={say('grades')}>
        <GradesEditor grades={value.grades} leastWeight={value.leastWeight} onChange={put} />
        {problemsOf('grades')}
      </Panel>
      <Panel title={say('earns')}>
        <EarnsEditor
          earns={value.earns}
          grades={value.grades.map(({ grade }) => grade).filter(Boolean)}
          onChange={(earns) => put({ earns })}
        />
        {problemsOf('earns')}
      </Panel>
    </Stack>
  )
}
