import { messages, useMay, useMessages, usePortalPath } from '@steward/portal'
import { Button, PageHeader, useUi, ViewTabs } from '@steward/ui'

const texts = messages({
  title: { zh: '大客户', en: 'Key accounts' },
  subtitle: {
    zh: '由大客户管理委员会列入，每年复评；档案定期上报，专人负责',
    en: 'Listed by the committee and tested every year; a dossier that comes back in time, one person named',
  },
  views: { zh: '大客户', en: 'Key accounts' },
  listed: { zh: '名单', en: 'The list' },
  released: { zh: '已移出', en: 'Released' },
  nominations: { zh: '提名与复评', en: 'Nominations' },
  figures: { zh: '指标', en: 'Figures' },
  nominate: { zh: '提名…', en: 'Nominate …' },
})

type View = 'listed' | 'released' | 'nominations' | 'figures'

/** What all lists of key accounts begin with. */
export function KeyAccountHeader({ current }: { readonly current: View }) {
  const say = useMessages(texts)
  const path = usePortalPath()
  const may = useMay()
  const { routing } = useUi()
  const views = [
    { key: 'listed', to: 'key-accounts', isFor: true },
    { key: 'nominations', to: 'key-accounts/nominations', isFor: may('keyAccountNomination:read') },
    { key: 'figures', to: 'key-accounts/figures', isFor: may('keyAccount:readFigures') },
    { key: 'released', to: 'key-accounts?view=released', isFor: true },
  ] as const
  return (
    <>
      <PageHeader
        title={say('title')}
        subtitle={say('subtitle')}
        actions={
          may('keyAccountNomination:propose') && (
            <Button type="primary" onClick={() => routing.go(path('key-accounts/nominate'))}>
              {say('nominate')}
            </Button>
          )
        }
      />
      <ViewTabs
        label={say('views')}
        current={current}
        views={views
          .filter(({ isFor }) => isFor)
          .map(({ key, to }) => ({ key, label: say(key), to: path(to) }))}
      />
    </>
  )
}
