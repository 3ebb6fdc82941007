/** People at the screen: each has a browser context, hence a session, of their own. */
import { test as base, type Browser, type BrowserContextOptions, type Page } from '@playwright/test'

interface People {
  /** Opens the address as a person of that role, the first one or the one named, signed in by clicking their name. */
  signedInAs(role: string, path?: string, options?: BrowserContextOptions, name?: string): Promise<Page>
}

export const test = base.extend<People>({
  signedInAs: async ({ browser }, use) => {
    const problems: string[] = []
    const open: Page[] = []
    await use(async (role, path = '/admin/', options = {}, name = '') => {
      const page = await newPage(browser, options)
      // An error that the browser reports is a failure, whatever the page shows.
      page.on('pageerror', (error) => problems.push(`${role}: ${error.message}`))
      // What the Content-Security-Policy refuses is reported there only.
      page.on('console', (message) => {
        const refused = message.type() === 'error' && /security policy|-src'/i.test(message.text())
        if (refused) problems.push(`${role}: ${message.text()}`)
      })
      open.push(page)
      await page.goto(path)
      const people = page.getByRole('region', { name: role, exact: true })
      await people
        .getByRole('button', { name: new RegExp(name) })
        .first()
        .click()
      await people.waitFor({ state: 'hidden' })
      return page
    })
    for (const page of open) await page.context().close()
    base.expect(problems, 'errors in the pages').toEqual([])
  },
})
export { expect } from '@playwright/test'

const newPage = async (browser: Browser, options: BrowserContextOptions): Promise<Page> =>
  (await browser.newContext(options)).newPage()
