import { ViewTabs } from '@steward/ui'
import { useLocation } from 'react-router'
import { messages, useMessages } from '../i18n/messages.ts'
import type { SavedViews } from './use-saved-views.tsx'

const texts = messages({
  views: { zh: '视图', en: 'Views' },
  usual: { zh: '默认', en: 'Usual' },
})

/** The views of a list that has no ready-made ones; nothing where nobody has saved any. */
export function SavedViewTabs({ saved }: { readonly saved: SavedViews }) {
  const say = useMessages(texts)
  const { pathname, search } = useLocation()
  const usual = { key: 'usual', label: say('usual'), to: pathname }
  return (
    <>
      {saved.tabs.length > 0 && (
        <ViewTabs
          label={say('views')}
          views={[usual, ...saved.tabs]}
          current={saved.current ?? (search === '' ? usual.key : undefined)}
        />
      )}
      {saved.notice}
    </>
  )
}
