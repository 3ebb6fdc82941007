/** What the cards of a client show beside the index card: particulars, the track of dealings and next steps, what was charged and paid. */
import {
  can,
  CHANNEL_LABELS,
  RECEIVABLE_KIND_LABELS,
  say,
  text,
  type Actor,
  type Channel,
  type CustomField,
  type Locale,
  type ReceivableKind,
} from '@steward/domain'
import type { EntityManager } from 'typeorm'
import type { Client } from '../clients/client.entity.ts'
import { clientFacts } from '../clients/kept-client.ts'
import type { CardTable } from './card-pages.ts'
import type { House } from './print-source.service.ts'

/** 索引卡, 客户资料卡, 跟踪卡, 客户消费类别一览表. */
export const CARD_KINDS = ['index', 'client', 'tracking', 'consumption'] as const
export type CardKind = (typeof CARD_KINDS)[number]

export const CARD_TITLES = {
  index: text('客户索引卡', 'Index card'),
  client: text('客户资料卡', 'Client card'),
  tracking: text('跟踪卡', 'Tracking card'),
  consumption: text('客户消费类别一览表', 'Consumption overview'),
} as const satisfies Record<CardKind, unknown>

const WORDS = {
  tags: text('标签', 'Tags'),
  what: text('项目', 'What'),
  value: text('内容', 'Value'),
  fields: text('自定义字段', 'Custom fields'),
  yes: text('是', 'Yes'),
  no: text('否', 'No'),
  company: text('企业概况', 'The company'),
  legal: text('法定代表人', 'Legal representative'),
  business: text('主营业务', 'Main business'),
  headcount: text('人数', 'Headcount'),
  website: text('网站', 'Website'),
  steps: text('待办的下一步', 'Next steps that wait'),
  on: text('日期', 'On'),
  step: text('下一步', 'Next step'),
  who: text('经办', 'Who'),
  dealings: text('往来记录', 'Dealings'),
  way: text('方式', 'How'),
  words: text('内容', 'What was said'),
  result: text('结果', 'Result'),
  charges: text('按年度与类别', 'By year and kind'),
  year: text('年度', 'Year'),
  kind: text('类别', 'Kind'),
  count: text('笔数', 'Number'),
  charged: text('应收', 'Charged'),
  paid: text('已收', 'Paid'),
  open: text('未结', 'Open'),
  total: text('合计', 'In all'),
}

export interface CardReading {
  readonly actor: Actor
  readonly locale: Locale
  readonly house: House
}

const sayer =
  (locale: Locale) =>
  (key: keyof typeof WORDS): string =>
    say(WORDS[key], locale)

const TAGS = `
select t.name_zh as zh, t.name_en as en from client_tag c join tag t on t.org_id = c.org_id and t.id = c.tag_id
 where c.org_id = $1 and c.client_id = $2 order by 1`
/** What is sealed stands on no card: it is shown by a reveal. */
const FIELDS = `
select f.label_zh as zh, f.label_en as en, f.type, f.choices, f.unit, coalesce(v.internal_value, case when $3 then v.personal_value end) as value
  from client_field_value v join custom_field f on f.org_id = v.org_id and f.id = v.field_id
 where v.org_id = $1 and v.client_id = $2 and f.retired_at is null order by f.position, f.key`
const COMPANY = `
select legal_representative as legal, main_business as business, headcount::text as headcount, website
  from client_status_record where org_id = $1 and client_id = $2 order by ordinal desc limit 1`

interface Named {
  readonly zh: string
  readonly en: string
}
interface Field extends Named, Pick<CustomField, 'type' | 'choices' | 'unit'> {
  readonly value: string | null
}
const inLanguage = ({ zh, en }: Named, locale: Locale): string => (locale === 'en' && en ? en : zh)

/** Minor units as an amount of money. */
const amounts = ({ locale, house }: CardReading): ((minor: number) => string) => {
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency: house.currency })
  const digits = money.resolvedOptions().maximumFractionDigits ?? 2
  return (minor) => money.format(minor / 10 ** digits)
}

/** A value of a field of the organization's own, as a person reads it. */
const written = ({ type, choices, unit }: Field, value: string, reading: CardReading): string => {
  if (type === 'MONEY') return amounts(reading)(Number(value))
  if (type === 'NUMBER') return [value, unit].filter(Boolean).join(' ')
  if (type === 'YES_NO') return sayer(reading.locale)(value === 'true' ? 'yes' : 'no')
  const choice = type === 'CHOICE' && choices.find(({ key }) => key === value)
  return choice ? inLanguage(choice, reading.locale) : value
}

export const particulars = async (
  manager: EntityManager,
  client: Client,
  reading: CardReading,
): Promise<CardTable[]> => {
  const { actor, locale } = reading
  const { orgId, id } = client
  const facts = clientFacts(client)
  const told = sayer(locale)
  const heads = [told('what'), told('value')]
  const tags = await manager.query<Named[]>(TAGS, [orgId, id])
  const personal = can(actor, 'client:readParticulars', facts)
  const fields = await manager.query<Field[]>(FIELDS, [orgId, id, personal])
  const [company] = can(actor, 'client:readStatus', facts)
    ? await manager.query<Partial<Record<'legal' | 'business' | 'headcount' | 'website', string | null>>[]>(
        COMPANY,
        [orgId, id],
      )
    : []
  const of = (['legal', 'business', 'headcount', 'website'] as const).flatMap((key) =>
    company?.[key] ? [[told(key), company[key]]] : [],
  )
  return [
    {
      title: told('tags'),
      heads: [told('value')],
      rows:
        tags.length > 0
          ? [[tags.map((tag) => inLanguage(tag, locale)).join(locale === 'en' ? ', ' : '、')]]
          : [],
    },
    {
      title: told('fields'),
      heads,
      rows: fields.flatMap((field) =>
        field.value ? [[inLanguage(field, locale), written(field, field.value, reading)]] : [],
      ),
    },
    { title: told('company'), heads, rows: of },
  ]
}

const STEPS = `
select r.next_on::text as "on", r.next_step as step, s.name as who
  from reception r join staff s on s.org_id = r.org_id and s.id = r.recorded_by_id
 where r.org_id = $1 and r.client_id = $2 and r.next_on is not null and r.next_done_at is null order by r.next_on, r.id`
const DEALINGS = `
select r.at, r.channel, r.words, coalesce(r.result, r.next_outcome) as result, s.name as who
  from reception r join staff s on s.org_id = r.org_id and s.id = r.recorded_by_id
 where r.org_id = $1 and r.client_id = $2 order by r.at desc, r.id desc limit 40`

/** Next steps with their days and who takes them; then what was, the newest first. */
export const track = async (
  manager: EntityManager,
  client: Client,
  { actor, locale, house }: CardReading,
): Promise<CardTable[]> => {
  const { orgId, id } = client
  if (!can(actor, 'reception:readWords', clientFacts(client))) return []
  const told = sayer(locale)
  const steps = await manager.query<{ on: string; step: string | null; who: string }[]>(STEPS, [orgId, id])
  const dealings = await manager.query<
    { at: Date; channel: Channel; words: string; result: string | null; who: string }[]
  >(DEALINGS, [orgId, id])
  return [
    {
      title: told('steps'),
      heads: [told('on'), told('step'), told('who')],
      rows: steps.map(({ on, step, who }) => [on, step ?? '', who]),
    },
    {
      title: told('dealings'),
      heads: [told('on'), told('way'), told('words'), told('result'), told('who')],
      rows: dealings.map(({ at, channel, words, result, who }) => [
        house.clock.day(at),
        say(CHANNEL_LABELS[channel], locale),
        words,
        result ?? '',
        who,
      ]),
    },
  ]
}

const CONSUMED = `
select to_char(due_on, 'YYYY') as year, kind, project_id as "projectId", building_id as "buildingId", count(*)::integer as count,
       sum(amount_minor)::bigint as charged, sum(settled_minor)::bigint as paid
  from receivable where org_id = $1 and client_id = $2 and state <> 'VOID'
 group by 1, 2, 3, 4`

interface Consumed {
  readonly year: string
  readonly kind: ReceivableKind
  readonly count: number
  readonly charged: number
  readonly paid: number
}
interface ConsumedThere extends Consumed {
  readonly projectId: string | null
  readonly buildingId: string | null
}

/** Of all places together, the newest year and the largest sum first. */
const together = (parts: readonly ConsumedThere[]): readonly Consumed[] => {
  const all = new Map<string, Consumed>()
  for (const { year, kind, count, charged, paid } of parts) {
    const key = `${year} ${kind}`
    const known = all.get(key) ?? { count: 0, charged: 0, paid: 0 }
    all.set(key, {
      year,
      kind,
      count: known.count + count,
      charged: known.charged + charged,
      paid: known.paid + paid,
    })
  }
  return [...all.values()].toSorted(
    (one, other) =>
      Number(other.year) - Number(one.year) ||
      other.charged - one.charged ||
      (one.kind < other.kind ? -1 : 1),
  )
}

/** What was charged and paid where the reader may see it, by the year in which it fell due and by kind. */
export const consumption = async (
  manager: EntityManager,
  client: Client,
  reading: CardReading,
): Promise<CardTable[]> => {
  const { actor, locale } = reading
  const { orgId, id, keyAccountManagerId } = client
  const told = sayer(locale)
  const there = await manager.query<ConsumedThere[]>(CONSUMED, [orgId, id])
  // A charge has the place of its unit, which need not be that of the archive.
  const rows = together(
    there.filter(({ projectId, buildingId }) =>
      can(actor, 'receivable:readAmounts', { projectId, buildingId, keyAccountManagerId }),
    ),
  )
  const amount = amounts(reading)
  const line = (first: readonly string[], count: number, charged: number, paid: number) => [
    ...first,
    String(count),
    amount(charged),
    amount(paid),
    amount(charged - paid),
  ]
  const sum = (of: 'count' | 'charged' | 'paid') => rows.reduce((all, row) => all + row[of], 0)
  return [
    {
      title: told('charges'),
      heads: [told('year'), told('kind'), told('count'), told('charged'), told('paid'), told('open')],
      rows:
        rows.length === 0
          ? []
          : [
              ...rows.map(({ year, kind, count, charged, paid }) =>
                line([year, say(RECEIVABLE_KIND_LABELS[kind], locale)], count, charged, paid),
              ),
              line([told('total'), ''], sum('count'), sum('charged'), sum('paid')),
            ],
    },
  ]
}
