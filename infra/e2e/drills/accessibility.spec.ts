/** Every page in all eight surroundings against WCAG 2.2 AA, by the Tab key alone, and everything that opens on it. */
import { examine, nameOf, overflow, settled, SURROUNDINGS, turn } from '../src/accessibility.ts'
import { expect, test } from '../src/desks.ts'
import { walk } from '../src/keyboard.ts'
import { closes, LAYERS, openingsOf } from '../src/openings.ts'
import { addressOf, PAGES } from '../src/pages.ts'

for (const page of PAGES) {
  const title = `${addressOf(page)} as ${page.role}`

  test(title, async ({ open }) => {
    const shown = await open(page)
    for (const surrounding of SURROUNDINGS) {
      await turn(shown, surrounding)
      const { faults, advice } = await examine(shown)
      for (const description of advice) test.info().annotations.push({ type: 'advice', description })
      expect.soft(faults, nameOf(surrounding)).toEqual([])
    }
    // A desk's window at 200 %, and the narrowest that WCAG asks for (1.4.10).
    for (const width of [720, 320]) {
      await shown.setViewportSize({ width, height: 600 })
      await settled(shown)
      expect.soft(await overflow(shown), `${width} px`).toEqual([])
    }
  })

  test(`${title}, by keyboard`, async ({ open }) => {
    const shown = await open(page)
    for (const surrounding of SURROUNDINGS.slice(0, 2)) {
      await turn(shown, surrounding)
      expect.soft(await walk(shown), nameOf(surrounding)).toEqual([])
    }
  })

  for (const width of [1440, 390] as const)
    test(`${title}, what opens at ${width} px`, async ({ open }) => {
      const shown = await open(page)
      const surroundings = SURROUNDINGS.filter((it) => it.width === width)
      const address = new URL(shown.url()).pathname
      // Triggers are found by their words, hence in one language; what they open is looked at in any.
      const openings = await openingsOf(shown, address, surroundings[0]!)
      for (const [nth, { name, open: press }] of openings.entries())
        await test.step(name, async () => {
          if (!(await press())) return
          const surrounding = surroundings[nth % surroundings.length]!
          await turn(shown, surrounding)
          expect.soft((await examine(shown, LAYERS)).faults, `${name}, ${nameOf(surrounding)}`).toEqual([])
          await closes(shown, name)
        })
    })
}
