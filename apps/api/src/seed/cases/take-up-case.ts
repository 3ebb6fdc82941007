/** Chooses what a case is about, whose it is, by which way it came and who took it. */
import type { Channel, ProjectType } from '@steward/domain'
import { Rotation, type Chance } from '../chance.ts'
import { FORMAL_MATTERS, QUICK_MATTERS } from '../matters/all-matters.ts'
import type { FormalMatter, Matter, QuickMatter } from '../matters/matter.ts'
import type { PlannedClient } from '../organizations/clients.ts'
import type { PlannedProject } from '../organizations/places.ts'
import { holding, onSite, somebody, type Member, type World } from '../organizations/world.ts'
import { fill } from '../template.ts'
import { CaseInHand, inYuan, needsOrder, isMoney, overlap, settleOn } from './case-in-hand.ts'
import type { Fate } from './fates.ts'

/** Dwellings complain most; a quarter of the rest lies in factories. */
const WEIGHTS: Readonly<Record<ProjectType, number>> = {
  RESIDENTIAL: 58,
  OFFICE: 18,
  COMMERCIAL: 15,
  INDUSTRIAL: 9,
}

export class Intake {
  readonly #world: World
  readonly #chance: Chance
  readonly #formal: Rotation<FormalMatter>
  readonly #quick: Rotation<QuickMatter>
  /** Nobody has two formal cases while others have none. */
  readonly #clients: Rotation<PlannedClient>

  constructor(world: World, chance: Chance) {
    this.#world = world
    this.#chance = chance
    this.#formal = new Rotation(FORMAL_MATTERS, chance)
    this.#quick = new Rotation(QUICK_MATTERS, chance)
    this.#clients = new Rotation(world.clients, chance)
  }

  take(fate: Fate): CaseInHand {
    const world = this.#world
    const chance = this.#chance
    const rotation = fate.track === 'FORMAL' ? this.#formal : this.#quick
    const types = new Set(world.projects.map(({ draft: { type } }) => type))
    const fits = (type: ProjectType) => (matter: FormalMatter | QuickMatter) =>
      matter.at.includes(type) &&
      suits(matter, fate) &&
      (!matter.from || world.clients.some(({ relation }) => relation === matter.from))
    const possible = ([...types] as const).filter((type) => rotationHas(fate, fits(type)))
    const type = chance.weighted(Object.fromEntries(possible.map((it) => [it, WEIGHTS[it]])))
    const matter = (rotation as Rotation<FormalMatter | QuickMatter>).next(fits(type as ProjectType))!
    return this.open(fate, matter, this.#clientFor(fate, matter, type as ProjectType), type as ProjectType)
  }

  /** The same trouble of the building, told by a neighbour; undefined where it is no such trouble, or nobody is there. */
  twin(fate: Fate, of: CaseInHand): CaseInHand | undefined {
    const neighbours = this.#world.clients.filter(
      ({ id, units: [home] }) => id !== of.client?.id && home !== undefined && home.building === of.building,
    )
    const { matter } = of
    if (!of.formal || !of.client || matter.spot !== 'building' || neighbours.length === 0) return undefined
    const neighbour = this.#chance.pick(neighbours)
    return this.open(fate, matter as FormalMatter, neighbour, of.project.draft.type, of.slots)
  }

  open(
    fate: Fate,
    matter: FormalMatter | QuickMatter,
    client: PlannedClient | undefined,
    type: ProjectType,
    words: Readonly<Record<string, string>> = {},
  ): CaseInHand {
    const world = this.#world
    const chance = this.#chance
    const unit = client?.units[0]
    const project =
      unit?.building.project ?? chance.pick(world.projects.filter(({ draft }) => draft.type === type))
    const building = unit?.building ?? (matter.from ? undefined : chance.pick(project.buildings))
    const channel = channelOf(fate, matter, client, chance)
    const estimate = 'options' in matter ? estimateOf(matter, fate, chance) : 0
    const about = {
      client: client?.address ?? '反映人',
      who: whoIs(client, type),
      place: unit?.label ?? building?.name ?? project.draft.name,
      building: building?.name ?? project.draft.name,
      project: project.draft.name,
      floor: String(unit?.floor ?? chance.between(2, project.draft.floors)),
      centre: `${project.draft.name}服务中心`,
      way: WAY[channel],
      amount: inYuan(estimate),
    }
    const chosen = Object.entries(matter.words ?? {}).map(([word, choices]) => [
      word,
      words[word] ?? fill(chance.pick(choices), about, chance),
    ])
    return new CaseInHand({
      world,
      chance,
      fate,
      matter,
      client,
      project,
      building,
      unit,
      channel,
      estimate,
      registrar: registrarOf(world, matter, channel, client, project, chance),
      slots: { ...about, ...(Object.fromEntries(chosen) as Record<string, string>) },
    })
  }

  #clientFor(fate: Fate, matter: Matter, type: ProjectType): PlannedClient | undefined {
    if (fate.anonymous || matter.kind === 'ANOMALY') return undefined
    const fits = ({ relation, units: [home] }: PlannedClient) =>
      matter.from ? relation === matter.from : home?.building.project.draft.type === type
    // Small matters come from the same people again and again, large ones hardly.
    if (fate.track === 'QUICK') return this.#chance.pick(this.#world.clients.filter(fits))
    return this.#clients.next(fits)
  }
}

const rotationHas = (fate: Fate, fits: (matter: FormalMatter | QuickMatter) => boolean): boolean =>
  fate.track === 'FORMAL' ? FORMAL_MATTERS.some(fits) : QUICK_MATTERS.some(fits)

const ENDS_IN_AN_ORDER = ['dispatch', 'accept', 'complete', 'return']

/** Can a case about this go that way? */
const suits = (matter: FormalMatter | QuickMatter, fate: Fate): boolean => {
  const { steps } = fate
  if (!('options' in matter)) return true
  const [first] = matter.options
  const orderly = ENDS_IN_AN_ORDER.includes(steps.at(-1) ?? '') || steps.includes('return')
  return (
    (!steps.includes('dismiss') || matter.unfounded !== undefined) &&
    (!steps.includes('decline') || matter.excessive !== undefined) &&
    (!steps.includes('refer') || matter.referral !== undefined) &&
    (!steps.includes('refuseOption') || matter.options.length > 1) &&
    (!orderly || needsOrder(first.kind)) &&
    (!fate.yuan || (first.yuan !== undefined && overlaps(first.yuan, fate.yuan))) &&
    (!(fate.anonymous || fate.channel) || matter.kind === 'COMPLAINT') &&
    // Nobody pays or thanks a person who gave no name.
    (!fate.anonymous || (matter.spot === 'building' && !matter.urgent && !isMoney(first)))
  )
}

const overlaps = (one: readonly [number, number], other: readonly [number, number]): boolean => {
  const [low, high] = overlap(one, other)
  return low <= high
}

const estimateOf = ({ options: [first] }: FormalMatter, { yuan }: Fate, chance: Chance): number =>
  first.yuan ? settleOn(overlap(first.yuan, yuan), chance) : 0

const whoIs = (client: PlannedClient | undefined, type: ProjectType): string => {
  if (client?.relation === 'PROSPECT') return '准业主'
  if (client?.relation === 'OCCUPANT') return '租户'
  return { RESIDENTIAL: '业主', OFFICE: '租户', INDUSTRIAL: '企业', COMMERCIAL: '商户' }[type]
}

type Weights = Readonly<Partial<Record<Channel, number>>>

const OF_PEOPLE: Weights = {
  PHONE: 36,
  WECHAT: 24,
  COUNTER: 14,
  VISIT: 6,
  WEB: 5,
  OWNERS_FORUM: 4,
  HOTLINE_12345: 3,
  COMMITTEE: 2,
  EMAIL: 2,
  LETTER: 1,
}
/** Who wants something small of them does not write a letter. */
const IN_SMALL_MATTERS: Weights = { PHONE: 40, WECHAT: 30, COUNTER: 16, VISIT: 4, WEB: 6, EMAIL: 4 }
const OF_COMPANIES: Weights = { PHONE: 40, WECHAT: 20, EMAIL: 18, VISIT: 12, COUNTER: 6, LETTER: 3, FAX: 1 }
const OF_KIND: Readonly<Partial<Record<Matter['kind'], Weights>>> = {
  SUGGESTION: { WECHAT: 4, SUGGESTION_BOX: 3, QUESTIONNAIRE: 3, OWNERS_FORUM: 2, COMMITTEE: 2 },
  PRAISE: { PHONE: 4, WECHAT: 4, LETTER: 2, COUNTER: 2 },
  ANOMALY: { PHONE: 3, API: 1 },
}

/** As it reads between who and what. */
const WAY: Readonly<Record<Channel, string>> = {
  PHONE: '来电',
  COUNTER: '到前台',
  VISIT: '在走访时',
  LETTER: '来信',
  FAX: '来传真',
  EMAIL: '来邮件',
  WEB: '在网站留言',
  WECHAT: '在微信上',
  SUGGESTION_BOX: '在意见箱留言',
  QUESTIONNAIRE: '在问卷中',
  OWNERS_FORUM: '在业主论坛',
  COMMITTEE: '通过业委会',
  HOTLINE_12345: '通过 12345 热线',
  API: '通过系统',
}

const channelOf = (
  fate: Fate,
  matter: FormalMatter | QuickMatter,
  client: PlannedClient | undefined,
  chance: Chance,
): Channel => {
  if (fate.channel) return fate.channel
  if (fate.anonymous) return chance.pick(['SUGGESTION_BOX', 'LETTER', 'OWNERS_FORUM'])
  if ('urgent' in matter) return 'PHONE'
  const usual = client?.kind === 'COMPANY' ? OF_COMPANIES : OF_PEOPLE
  return chance.weighted(OF_KIND[matter.kind] ?? ('options' in matter ? usual : IN_SMALL_MATTERS))
}

const registrarOf = (
  world: World,
  matter: Matter,
  channel: Channel,
  client: PlannedClient | undefined,
  project: PlannedProject,
  chance: Chance,
): Member => {
  const manager = world.people.find(({ id }) => id === client?.keyAccountManagerId)
  if (manager?.actor.roles.includes('KEY_ACCOUNT_MANAGER') && chance.happens(0.4)) return manager
  const met = channel === 'COUNTER' || channel === 'VISIT' || matter.kind === 'ANOMALY'
  if (met && chance.happens(0.5)) return somebody(world, 'SITE_MANAGER', chance, onSite(world, project))
  return chance.pick(holding(world, 'SERVICE_AGENT'))
}
