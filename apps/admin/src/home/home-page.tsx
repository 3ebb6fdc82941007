import { messages, useMessages, useViewer, ViewerPanel } from '@steward/portal'
import { PageHeader } from '@steward/ui'

const texts = messages({
  greeting: { zh: '您好，{{name}}', en: 'Hello, {{name}}' },
  subtitle: { zh: '您在这里的身份和权限', en: 'Who you are here, and what you may do' },
})

export function HomePage() {
  const say = useMessages(texts)
  const { staff } = useViewer()
  return (
    <>
      <PageHeader title={say('greeting', { name: staff.name })} subtitle={say('subtitle')} />
      <ViewerPanel />
    </>
  )
}
