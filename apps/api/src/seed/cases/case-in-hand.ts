/** A case while it is being told: what is known of it so far, and who works on it. */
import { OPTION_KINDS_WITHOUT_ORDER, type Channel, type OptionKind } from '@steward/domain'
import type { Chance } from '../chance.ts'
import type { FormalMatter, Matter, Option, QuickMatter } from '../matters/matter.ts'
import type { PlannedClient } from '../organizations/clients.ts'
import type { PlannedBuilding, PlannedProject, PlannedUnit } from '../organizations/places.ts'
import type { Member, World } from '../organizations/world.ts'
import { fill, type Slots } from '../template.ts'
import type { Fate } from './fates.ts'

export interface PricedOption extends Pick<Option, 'kind' | 'description'> {
  readonly yuan: number
}

export class CaseInHand {
  readonly world: World
  readonly chance: Chance
  readonly fate: Fate
  readonly matter: Matter
  readonly formal: FormalMatter | undefined
  readonly quick: QuickMatter | undefined
  readonly client: PlannedClient | undefined
  readonly project: PlannedProject
  readonly building: PlannedBuilding | undefined
  readonly unit: PlannedUnit | undefined
  readonly channel: Channel
  readonly registrar: Member
  slots: Slots
  /** What the first option of the first proposal will cost, in yuan. */
  readonly estimate: number
  /** Whoever the client deals with. */
  front: Member
  handlingDepartmentId: string | null
  /** Those of the present proposal that were not refused; the first is on the table. */
  options: readonly PricedOption[] = []
  proposals = 0
  /** As investigated, in percent. */
  faultShare = 0
  orderIsOpen = false
  /** What will be reported of the order. */
  evidence = ''
  /** Whoever carries out the order, or did. */
  executor: Member | undefined
  /** Whoever asked the client afterwards. */
  visitor: Member | undefined
  readonly #variant: number

  constructor(
    given: Pick<
      CaseInHand,
      | 'world'
      | 'chance'
      | 'fate'
      | 'client'
      | 'project'
      | 'building'
      | 'unit'
      | 'channel'
      | 'registrar'
      | 'slots'
      | 'estimate'
    > & { readonly matter: FormalMatter | QuickMatter },
  ) {
    Object.assign(this, given)
    this.formal = 'findings' in given.matter ? given.matter : undefined
    this.quick = 'findings' in given.matter ? undefined : given.matter
    this.#variant = given.chance.between(0, 1)
    this.front = given.registrar
    this.handlingDepartmentId = given.registrar.actor.departmentId
  }

  /** The sentence of a matter that goes with what was told of it before: each list is in the same order. */
  tell(templates: readonly string[]): string {
    return fill(templates[this.#variant % templates.length]!, this.slots, this.chance)
  }

  /** One of these sentences, filled in. */
  say(templates: readonly string[]): string {
    return fill(this.chance.pick(templates), this.slots, this.chance)
  }

  /** Puts the option on the table and its amount into the sentences to come. */
  propose(options: readonly PricedOption[]): void {
    this.options = options
    this.slots = { ...this.slots, amount: inYuan(options[0]?.yuan ?? 0) }
  }

  /** Whoever complains gave no name. */
  get anonymous(): boolean {
    return this.fate.anonymous === true
  }

  get current(): PricedOption | undefined {
    return this.options[0]
  }
}

export const needsOrder = (kind: OptionKind): boolean =>
  !(OPTION_KINDS_WITHOUT_ORDER as readonly OptionKind[]).includes(kind)

const MONEY: readonly OptionKind[] = ['REFUND', 'FEE_CREDIT', 'DISCOUNT', 'COMPENSATION_MONEY']

export const isMoney = ({ kind }: Pick<Option, 'kind'>): boolean => MONEY.includes(kind)

/** `12,800` */
export const inYuan = (yuan: number): string => yuan.toLocaleString('en-US')

/** An amount as people settle on it: to ten yuan, above a thousand to a hundred. */
export const settleOn = ([low, high]: readonly [number, number], chance: Chance): number => {
  const yuan = chance.from(low, high)
  const step = yuan >= 1_000 ? 100 : 10
  return Math.min(Math.max(Math.round(yuan / step) * step, Math.ceil(low)), Math.floor(high))
}

/** What both ranges have in common. */
export const overlap = (
  one: readonly [number, number],
  other: readonly [number, number] = one,
): readonly [number, number] => [Math.max(one[0], other[0]), Math.min(one[1], other[1])]
