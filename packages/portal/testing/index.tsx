import type { Permission, Role } from '@steward/domain'
import { cleanup, configure, render } from '@testing-library/react'
import { createMemoryRouter, RouterProvider } from 'react-router'
import type { ReactNode } from 'react'
import { placeOf, type PortalModule } from '../src/contract.ts'
import { localePreference } from '../src/settings/settings.ts'
import { Alone } from '../src/start/start-portal.tsx'
import { PortalRoot, SignedIn } from '../src/start/portal-root.tsx'
import { fakeLive } from './fake-live.ts'
import { fakeServer, type Answers } from './fake-server.ts'

export { failing, type Answers, type Sent } from './fake-server.ts'

// A loaded machine is slow, not wrong.
configure({ asyncUtilTimeout: 15_000 })

export interface Person {
  readonly name?: string
  readonly roles?: readonly Role[]
  readonly permissions?: readonly Permission[]
  /** By when a second factor must be set up. */
  readonly secondFactorDueAt?: string | null
}

/** A viewer as the api answers it. */
export function viewerOf({
  name = '孙丽',
  roles = ['SERVICE_AGENT'],
  permissions = [],
  secondFactorDueAt = null,
}: Person = {}) {
  return {
    __typename: 'Viewer',
    staff: {
      __typename: 'Staff',
      id: `stf_${name}`,
      name,
      signInName: 'sunli',
      position: '前台客服',
      department: { __typename: 'Department', id: 'dep_1', name: '客户服务部' },
    },
    organization: {
      __typename: 'Organization',
      id: 'org_1',
      code: 'jinxiu',
      name: '锦绣物业',
      timeZone: 'Asia/Shanghai',
      currency: 'CNY',
      demonstration: true,
    },
    roles,
    permissions,
    secondFactorDueAt,
  }
}

export interface OpenOptions {
  /** Who is signed in; null for nobody. */
  readonly person?: Person | null
  /** Answers by operation name; a test names those that its page asks for. */
  readonly answers?: Answers
  readonly locale?: 'zh-CN' | 'en'
}

/** Renders content as a signed-in page at `path`, against a server that gives the answers of the test. */
export function openPage(
  path: string,
  content: ReactNode,
  { person = {}, answers = {}, locale = 'zh-CN' }: OpenOptions = {},
) {
  localePreference.set(locale)
  const server = fakeServer({
    Viewer: () => ({ viewer: person && viewerOf(person) }),
    DemonstrationSignIns: () => ({ demonstrationSignIns: [] }),
    ...answers,
  })
  const live = fakeLive()
  const router = createMemoryRouter([{ path: '*', element: <SignedIn>{content}</SignedIn> }], {
    initialEntries: [path],
  })
  render(
    <PortalRoot fetch={server.fetch} live={live.link}>
      <RouterProvider router={router} />
    </PortalRoot>,
  )
  return { sent: server.sent, router, tell: live.tell }
}

/** Opens a portal as it runs alone, at a path below its place. */
export function openPortal(portal: PortalModule, path = '', options: OpenOptions = {}) {
  return openPage(`${placeOf(portal.name)}/${path}`, <Alone portal={portal} />, options)
}

/** For `afterEach`: an empty page, a desk's width, no choices kept. */
export function clearPage(): void {
  cleanup()
  localStorage.clear()
  localePreference.set('zh-CN')
}
