import { messages, useMessages } from '@steward/portal'
import { Stack } from '@steward/ui'
import { GradeChangeList } from './grade-change-list.tsx'
import { GradingHeader } from '../grading-header.tsx'

const texts = messages({
  subtitle: {
    zh: '谁认为等级应当不同，依据什么，由谁决定',
    en: 'Who holds that a grade should be another one, on what evidence, and who decided',
  },
})

/** All overrides and appeals, the newest first. */
export function ChangesPage() {
  const say = useMessages(texts)
  return (
    <Stack gap={4}>
      <GradingHeader current="changes" subtitle={say('subtitle')} />
      <GradeChangeList filter={{}} onReload={() => Promise.resolve()} />
    </Stack>
  )
}
