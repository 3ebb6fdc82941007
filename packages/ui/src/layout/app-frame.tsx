import { MenuFoldOutlined, MenuUnfoldOutlined, MoreOutlined } from '@ant-design/icons'
import { Drawer } from 'antd'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useIsPhone, useMedia } from '../theme/use-media.ts'
import { useWords } from '../theme/ui-context.ts'
import { AppLink } from './app-link.tsx'
import { BrandMark } from './brand-mark.tsx'
import { activeEntry, NavigationList, type NavigationGroup } from './navigation.tsx'

export interface AppFrameProps {
  /** Name of the product, and of the place one works for. */
  readonly brand: string
  readonly place?: ReactNode
  readonly home: string
  readonly groups: readonly NavigationGroup[]
  /** Where one is, without query. */
  readonly path: string
  /** Language, appearance, account. */
  readonly tools: ReactNode
  /** Pieces of work that are open (WorkTabs): above the page, on a phone among the tools. */
  readonly tabs?: ReactNode
  readonly children: ReactNode
}

/** Entries of the bottom bar; the rest lies behind "more". */
const THUMBS = 4

/** The frame of every page: menu at the side, or at the bottom of a phone; the page moves, the frame stays. */
export function AppFrame(props: AppFrameProps) {
  const { path, children } = props
  const phone = useIsPhone()
  const say = useWords()
  const main = useRef<HTMLElement>(null)
  const shown = useRef(path)
  useEffect(() => {
    // A new page begins at its top, and a screen reader begins to read there; the very first page keeps the browser's own.
    if (shown.current === path) return
    shown.current = path
    window.scrollTo(0, 0)
    main.current?.focus({ preventScroll: true })
  }, [path])
  return (
    <div className="st-frame" data-phone={phone}>
      <a
        className="st-skip"
        href="#main"
        onClick={(event) => (event.preventDefault(), main.current?.focus())}
      >
        {say('skipToContent')}
      </a>
      {phone ? <PhoneBars {...props} /> : <Side {...props} />}
      <div className="st-frame-page">
        {!phone && (
          <header className="st-frame-head">
            <div className="st-clip">{props.place}</div>
            <div className="st-frame-tools">{props.tools}</div>
          </header>
        )}
        {!phone && props.tabs}
        <main id="main" ref={main} tabIndex={-1}>
          {children}
        </main>
      </div>
    </div>
  )
}

function Brand({
  brand,
  home,
  bare = false,
}: {
  readonly brand: string
  readonly home: string
  readonly bare?: boolean
}) {
  return (
    <AppLink to={home} className="st-brand">
      <BrandMark />
      <span className={bare ? 'st-hidden' : undefined}>{brand}</span>
    </AppLink>
  )
}

function Side({ brand, home, groups, path }: AppFrameProps) {
  // In half a window the words of the menu would take a third of it.
  const narrow = useMedia('(max-width: 959.9px)')
  const [chosen, setChosen] = useState<boolean>()
  const collapsed = chosen ?? narrow
  const say = useWords()
  return (
    <aside className="st-side" data-collapsed={collapsed} aria-label={brand}>
      <Brand brand={brand} home={home} bare={collapsed} />
      <nav className="st-side-entries" aria-label={say('mainNavigation')}>
        <NavigationList groups={groups} path={path} collapsed={collapsed} />
      </nav>
      <button
        type="button"
        className="st-side-fold"
        aria-label={say(collapsed ? 'expandMenu' : 'collapseMenu')}
        aria-expanded={!collapsed}
        onClick={() => setChosen(!collapsed)}
      >
        {collapsed ? <MenuUnfoldOutlined aria-hidden /> : <MenuFoldOutlined aria-hidden />}
      </button>
    </aside>
  )
}

function ThumbCount({ count }: { readonly count: number | undefined }) {
  return count ? <span className="st-nav-count st-thumb-count">{count}</span> : null
}

function PhoneBars({ brand, place, home, groups, path, tools, tabs }: AppFrameProps) {
  const [open, setOpen] = useState(false)
  const say = useWords()
  const active = activeEntry(groups, path)
  const entries = groups.flatMap((group) => group.entries)
  const thumbs = entries.slice(0, THUMBS)
  const behind = entries.slice(THUMBS).reduce((sum, { count = 0 }) => sum + count, 0)
  return (
    <>
      <header className="st-phone-head">
        <Brand brand={brand} home={home} bare={Boolean(place)} />
        <div className="st-clip st-phone-place">{place}</div>
        <div className="st-frame-tools">
          {tabs}
          {tools}
        </div>
      </header>
      <nav className="st-thumbs" aria-label={say('mainNavigation')}>
        {thumbs.map((entry) => (
          <AppLink key={entry.to} to={entry.to} aria-current={entry === active ? 'page' : undefined}>
            <span className="st-nav-icon" aria-hidden>
              {entry.icon}
            </span>
            <span className="st-clip">{entry.label}</span>
            <ThumbCount count={entry.count} />
          </AppLink>
        ))}
        <button type="button" aria-expanded={open} onClick={() => setOpen(true)}>
          <span className="st-nav-icon" aria-hidden>
            <MoreOutlined />
          </span>
          <span>{say('more')}</span>
          <ThumbCount count={behind} />
        </button>
      </nav>
      <Drawer open={open} onClose={() => setOpen(false)} placement="bottom" size="auto" title={brand}>
        <nav aria-label={say('mainNavigation')}>
          <NavigationList groups={groups} path={path} onChoose={() => setOpen(false)} />
        </nav>
      </Drawer>
    </>
  )
}
