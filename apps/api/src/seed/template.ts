import type { Chance } from './chance.ts'

/** What the names in a template stand for in one case: `client`, `place`, and the words chosen for its matter. */
export type Slots = Readonly<Record<string, string>>

const SLOT = /\{([^{}]+)\}/g

/**
 * Writes a text: `{name}` is a slot, `{晚上|凌晨}` one of these, `{2..5}` a whole number of that range.
 * @throws Error on a slot that nobody fills
 */
export const fill = (template: string, slots: Slots, chance: Chance): string =>
  template.replace(SLOT, (_, inner: string) => {
    if (inner.includes('|')) return chance.pick(inner.split('|'))
    const range = /^(\d+)\.\.(\d+)$/.exec(inner)
    if (range) return String(chance.between(Number(range[1]), Number(range[2])))
    const value = slots[inner]
    if (value === undefined) throw new Error(`nothing fills the slot ${inner} of: ${template}`)
    return value
  })
