/** Desks: one browser context a role for the whole run, signed in, so that a page opens as quickly as for someone at work. */
import { test as base, type BrowserContext, type Page } from '@playwright/test'
import type { Role } from '@steward/domain'
import { settled } from './accessibility.ts'
import { addressOf, PAGES, patternOf, type PortalPage } from './pages.ts'
import { ADDRESS } from './steward.ts'

interface Desks {
  /** A new page at the desk of somebody in that role; of nobody, where there is no role. */
  at(role: Role | undefined): Promise<Page>
  /** Opens a page of a portal; a record for it is found by following the links of other pages. */
  open(page: PortalPage): Promise<Page>
}

export const test = base.extend<Desks, { contexts: (role: Role | undefined) => Promise<BrowserContext> }>({
  contexts: [
    async ({ browser }, use) => {
      const known = new Map<Role | undefined, Promise<BrowserContext>>()
      await use((role) => {
        if (!known.has(role)) {
          const made = browser
            .newContext({ baseURL: ADDRESS, reducedMotion: 'reduce' })
            .then(async (context) => {
              if (role) await signIn(context, role)
              return context
            })
          known.set(role, made)
        }
        return known.get(role)!
      })
      for (const context of known.values()) await (await context).close()
    },
    { scope: 'worker' },
  ],
  at: async ({ contexts }, use) => {
    const opened: Page[] = []
    const problems: string[] = []
    await use(async (role) => {
      const page = await (await contexts(role)).newPage()
      page.on('pageerror', ({ message }) => problems.push(message))
      opened.push(page)
      return page
    })
    for (const page of opened) await page.close()
    base.expect(problems, 'errors in the pages').toEqual([])
  },
  open: async ({ at }, use) => {
    await use(async (asked) => {
      // Whoever finds it near by comes before who would have to walk through the whole portal for it.
      for (const near of [true, false])
        for (const role of [asked.role, ...asked.others]) {
          const page = await at(role)
          const address = await wayTo(page, { ...asked, role }, near)
          if (!address) {
            await page.close()
            continue
          }
          await page.goto(address)
          await settled(page)
          return page
        }
      throw new Error(`No page of ${asked.portal} leads to ${asked.path}, whoever looks`)
    })
  },
})
export { expect } from '@playwright/test'

const ask = async (context: BrowserContext, query: string, variables: object = {}) => {
  const answer = await context.request.post(`${ADDRESS}/graphql`, { data: { query, variables } })
  const { data, errors } = (await answer.json()) as { data: Record<string, unknown>; errors?: unknown }
  if (errors) throw new Error(JSON.stringify(errors))
  return data
}

const signIn = async (context: BrowserContext, role: Role): Promise<void> => {
  const { demonstrationSignIns: people } = (await ask(
    context,
    '{ demonstrationSignIns { signInName roles } }',
  )) as { demonstrationSignIns: { signInName: string; roles: Role[] }[] }
  const person = people.find(({ roles }) => roles[0] === role)
  if (!person) throw new Error(`The demonstration has nobody in the role ${role}`)
  await ask(context, 'mutation($input: SignInAsInput!) { signInAs(input: $input) { __typename } }', {
    input: { signInName: person.signInName },
  })
}

const ADD_PARTNER = `mutation($input: AddPartnerInput!) {
  addPartner(input: $input) { ... on Partner { id } ... on UserError { message } } }`
const ADD_ENDPOINT = `mutation($input: AddWebhookEndpointInput!) {
  addWebhookEndpoint(input: $input) { __typename ... on UserError { message } } }`

/** Where the demonstration has no record of its own yet, somebody makes one first. */
const MAKING: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  '/admin/partners/webhooks/:id': async (page) => {
    const context = page.context()
    const { addPartner } = (await ask(context, ADD_PARTNER, { input: { name: '看房网' } })) as {
      addPartner: { id?: string }
    }
    // Somebody has made it before.
    if (addPartner.id === undefined) return
    const url = 'https://partner.example/steward'
    await ask(context, ADD_ENDPOINT, {
      input: { partnerId: addPartner.id, url, events: ['complaint.closed'] },
    })
  },
}

const found = new Map<string, string | undefined>()

/**
 * The address itself, or that of the first record to which a page of the same portal leads somebody in that role.
 * @param near only from pages with the same first step, as a list leads to its records
 */
const wayTo = async (page: Page, asked: PortalPage, near: boolean): Promise<string | undefined> => {
  const address = addressOf(asked)
  if (!address.includes(':')) return address
  const key = `${asked.role} ${address}${near ? ' near by' : ''}`
  if (found.has(key)) return found.get(key)
  // Nobody looks for it again from pages that are only reached on the way to it.
  found.set(key, undefined)
  // Made by whoever the page is for, not by who passes it on the way to another.
  if (PAGES.some((it) => addressOf(it) === address && it.role === asked.role)) await MAKING[address]?.(page)
  const pattern = patternOf(asked)
  const beside = PAGES.filter(
    ({ portal, path }) =>
      portal === asked.portal &&
      path !== asked.path &&
      (!near || path.split('/')[0] === asked.path.split('/')[0]),
  )
  for (const other of beside.sort((a, b) => stepsAway(a, asked) - stepsAway(b, asked))) {
    const from = await wayTo(page, { ...other, role: asked.role }, near)
    if (!from) continue
    await page.goto(from)
    await settled(page)
    const links = await page
      .locator('a[href]')
      .evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href).pathname))
    const way = links.find((link) => pattern.test(link))
    if (way) {
      found.set(key, way)
      return way
    }
  }
  return undefined
}

/** How many of the asked page's first steps the other does not share; a page below it leads there last, if at all. */
const stepsAway = (other: PortalPage, asked: PortalPage): number => {
  const steps = asked.path.split('/')
  if (other.path.startsWith(`${asked.path}/`)) return steps.length + 1
  const shared = steps.findIndex((step, at) => other.path.split('/')[at] !== step)
  return steps.length - (shared < 0 ? steps.length : shared)
}
