import { KEY_ACCOUNT_CRITERIA, KEY_ACCOUNT_CRITERION_LABELS, LEAST_CRITERIA_MET } from '@steward/domain'
import { messages, useMessages, useSay } from '@steward/portal'
import { Choice, Field, Input, Stack } from '@steward/ui'
import { CriterionFacts, useStanding } from './criterion-facts.tsx'

const texts = messages({
  tests: { zh: '四项条件', en: 'The test of four' },
  testsHint: {
    zh: '至少 {{least}} 项符合；各项之下为系统掌握的数据，供参考，不代替判断。',
    en: 'At least {{least}} are met; under each stands what the system knows, which does not replace your judgement.',
  },
  met: { zh: '符合', en: 'Met' },
  notMet: { zh: '不符合', en: 'Not met' },
  evidence: { zh: '依据', en: 'Evidence' },
})

/** The test of four: each met or not with its evidence, and what the system knows beside it. */
export function TestFields({ clientId }: { readonly clientId: string }) {
  const say = useMessages(texts)
  const sayWord = useSay()
  const standing = useStanding(clientId)
  return (
    <div className="st-field-wide">
      <Stack gap={4}>
        <Stack gap={1}>
          <h3 className="st-part-title">{say('tests')}</h3>
          <p className="st-quiet st-small">{say('testsHint', { least: LEAST_CRITERIA_MET })}</p>
        </Stack>
        {KEY_ACCOUNT_CRITERIA.map((criterion) => (
          <Stack key={criterion} gap={2}>
            <Field
              name={`test.${criterion}.isMet`}
              label={sayWord(KEY_ACCOUNT_CRITERION_LABELS[criterion])}
              required
            >
              <Choice<boolean>
                options={[
                  { value: true, label: say('met') },
                  { value: false, label: say('notMet') },
                ]}
              />
            </Field>
            <CriterionFacts criterion={criterion} standing={standing} />
            <Field name={`test.${criterion}.evidence`} label={say('evidence')} required>
              <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={500} />
            </Field>
          </Stack>
        ))}
      </Stack>
    </div>
  )
}
