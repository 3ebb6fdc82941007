import { useQuery } from '@apollo/client/react'
import { canonicalQuery, lostFilters, type ViewPlace } from '@steward/domain'
import type { ComplaintFilter } from '@steward/graphql-client'
import {
  AddIcon,
  Alert,
  MenuButton,
  SettingsIcon,
  Sheet,
  useIsPhone,
  useUi,
  ViewIcon,
  type ViewTab,
} from '@steward/ui'
import { useState, type ReactNode } from 'react'
import { useLocation } from 'react-router'
import { messages, useMessages, useSay } from '../i18n/messages.ts'
import { usePageCommands } from '../palette/page-commands.tsx'
import { useMay } from '../session/viewer.tsx'
import { useViewCounts } from './use-view-counts.ts'
import { SavedViewsQuery } from './view-documents.ts'
import { ViewForm, type View } from './view-form.tsx'
import { ViewList } from './view-list.tsx'

const SAVE = { zh: '把现在的筛选存为视图', en: 'Save these filters as a view' }

const texts = messages({
  views: { zh: '视图', en: 'Views' },
  save: SAVE,
  arrange: { zh: '管理视图', en: 'Arrange views' },
  shared: { zh: '同事共享的', en: 'Shared by colleagues' },
  edit: { zh: '修改视图', en: 'Change the view' },
  lost: {
    zh: '有的筛选条件已失效，没有采用：{{names}}。',
    en: 'Some filters are no longer there and were left out: {{names}}.',
  },
})

/** With a number each, beside the ready-made ones. */
const COUNTED = 6
/** In the menu; all of them are in the list behind it. */
const AT_HAND = 8

export interface SavedViews {
  /** Those to stand beside the ready-made ones. */
  readonly tabs: readonly ViewTab[]
  /** The key of the one whose address the list has now. */
  readonly current: string | undefined
  /** What of the address the list cannot mean any more, in words. */
  readonly notice: ReactNode
  /** The button by which views are kept and put in order. */
  readonly menu: ReactNode
}

interface SavedViewsProps {
  readonly place: ViewPlace
  /** The address of what the list shows now, without what it cannot mean. */
  readonly present: URLSearchParams
  /** Reads a kept address as the list itself does, to count what is in it. */
  readonly filterOf?: (query: URLSearchParams) => ComplaintFilter
}

/** What somebody has kept of this list: each view is an address, so that it opens, goes back and is passed on like any other. */
export function useSavedViews({ place, present, filterOf }: SavedViewsProps): SavedViews {
  const say = useMessages(texts)
  const sayWord = useSay()
  const may = useMay()('view:read')
  const { pathname, search } = useLocation()
  const { routing } = useUi()
  const phone = useIsPhone()
  const [over, setOver] = useState<'save' | 'arrange' | View>()
  const { data, previousData, refetch } = useQuery(SavedViewsQuery, {
    skip: !may,
    fetchPolicy: 'cache-and-network',
  })
  const here = ((data ?? previousData)?.savedViews ?? []).filter((view) => view.place === place)
  const views = [...here.filter(({ isMine }) => isMine), ...here.filter(({ isMine }) => !isMine)]
  const now = canonicalQuery(present.toString())
  const open = views.find(({ query }) => query === now)
  // What colleagues share stands in the menu until one pins it, or has it open.
  const standing = views.filter((view) => view.isMine || view.isPinned || view === open)
  const shared = views.filter((view) => !standing.includes(view))
  const addressOf = ({ query }: View) => (query ? `${pathname}?${query}` : pathname)
  const counts = useViewCounts(
    filterOf ? standing.slice(0, COUNTED).map(({ query }) => filterOf(new URLSearchParams(query))) : [],
  )
  const close = () => setOver(undefined)
  const reload = () => refetch().catch(() => undefined)
  const lost = lostFilters(place, search.slice(1))

  usePageCommands(
    may
      ? [
          { key: 'save-view', label: SAVE, icon: <AddIcon />, run: () => setOver('save') },
          ...views.map((view) => ({
            key: view.id,
            label: { zh: `视图：${view.name}`, en: `View: ${view.name}` },
            icon: <ViewIcon />,
            run: () => routing.go(addressOf(view)),
          })),
        ]
      : [],
  )
  const form = (view: View | undefined) => (
    <ViewForm
      place={place}
      present={now}
      view={view}
      onCancel={close}
      onDone={async (query) => {
        await reload()
        close()
        // The view that was just kept is the one that is open, also where its name for a filter is another.
        if (!view && query !== now) routing.go(`${pathname}?${query}`)
      }}
    />
  )
  const editing = over === 'save' || over === 'arrange' ? undefined : over
  return {
    tabs: standing.map((view, at) => ({
      key: view.id,
      label: view.name,
      to: addressOf(view),
      count: counts[at]?.count,
      capped: counts[at]?.capped ?? false,
    })),
    current: open?.id,
    notice: lost.length > 0 && (
      <div className="st-above-field">
        <Alert
          type="warning"
          showIcon
          title={say('lost', {
            names: lost.map(({ name, label }) => (label ? sayWord(label) : name)).join(', '),
          })}
        />
      </div>
    ),
    menu: may && (
      <>
        <MenuButton
          label={say('views')}
          {...(phone ? {} : { text: say('views') })}
          icon={<ViewIcon aria-hidden />}
          outlined
          groups={[
            ...(shared.length > 0
              ? [
                  {
                    title: say('shared'),
                    choices: shared.slice(0, AT_HAND).map((view) => ({
                      key: view.id,
                      label: view.name,
                      icon: <ViewIcon aria-hidden />,
                      onChoose: () => routing.go(addressOf(view)),
                    })),
                  },
                ]
              : []),
            {
              choices: [
                {
                  key: 'save',
                  label: say('save'),
                  icon: <AddIcon aria-hidden />,
                  onChoose: () => setOver('save'),
                },
                ...(views.length > 0
                  ? [
                      {
                        key: 'arrange',
                        label: say('arrange'),
                        icon: <SettingsIcon aria-hidden />,
                        onChoose: () => setOver('arrange'),
                      },
                    ]
                  : []),
              ],
            },
          ]}
        />
        <Sheet open={over === 'save'} title={say('save')} onClose={close}>
          {form(undefined)}
        </Sheet>
        <Sheet open={over === 'arrange'} title={say('arrange')} onClose={close}>
          <ViewList views={views} addressOf={addressOf} onChoose={close} onEdit={setOver} onReload={reload} />
        </Sheet>
        <Sheet open={editing !== undefined} title={say('edit')} onClose={close}>
          {editing && form(editing)}
        </Sheet>
      </>
    ),
  }
}
