/** A client's index card for who reads the archive: what their screen shows, masked as there. Each print is on record. */
import {
  can,
  CLIENT_KIND_LABELS,
  CLIENT_RELATION_LABELS,
  CLIENT_SOURCE_LABELS,
  CONSENT_DECISION_LABELS,
  CONSENT_PURPOSE_LABELS,
  KINSHIP_LABELS,
  LIFE_STAGE_LABELS,
  presentConsents,
  say,
  text,
  type Locale,
} from '@steward/domain'
import { IsNull, type EntityManager } from 'typeorm'
import { Client, ClientOccupancy } from '../clients/client.entity.ts'
import { ClientConsent } from '../clients/consents/consent.entity.ts'
import { ClientContact, ClientMember } from '../clients/contacts/contact.entity.ts'
import { clientFacts } from '../clients/kept-client.ts'
import type { RequestContext } from '../context.ts'
import { transaction } from '../database/transaction.ts'
import { accessError } from '../graphql/access-error.ts'
import { fromGlobalId } from '../graphql/global-id.ts'
import { UserError } from '../graphql/user-error.ts'
import { Project, Staff, Unit } from '../organization/organization.entity.ts'
import { cardPages, type CardTable, type ClientCard } from './card-pages.ts'
import {
  CARD_TITLES,
  consumption,
  particulars,
  track,
  type CardKind,
  type CardReading,
} from './card-parts.service.ts'
import { drawPdf } from './print-pdf.ts'
import { houseOf, type House } from './print-source.service.ts'
import type { Printed } from './print.service.ts'

const WORDS = {
  marked: text('受控文件　内部使用', 'CONTROLLED　for use inside'),
  printed: text('打印人：{name}　{at}', 'Printed by {name}　{at}'),
  rule: text(
    '按打印人的查阅权限遮盖；不得转借、复制或带离办公场所，用毕交回或销毁。',
    'Masked as the printer’s role reads it; not to be lent, copied or taken away; returned or destroyed after use.',
  ),
  code: text('客户编号', 'Code'),
  kind: text('客户类别', 'Kind'),
  relation: text('关系', 'Relation'),
  phone: text('电话', 'Phone'),
  email: text('邮箱', 'E-mail'),
  project: text('项目', 'Project'),
  manager: text('专职客户经理', 'Key account manager'),
  source: text('来源', 'Source'),
  since: text('建档日期', 'Archive since'),
  units: text('房号', 'Units'),
  unit: text('房号', 'Unit'),
  from: text('自', 'From'),
  to: text('至', 'Until'),
  contacts: text('联系人', 'Contacts'),
  name: text('姓名', 'Name'),
  position: text('职务', 'Position'),
  hours: text('方便的时间', 'Hours'),
  members: text('家庭成员', 'Household'),
  stage: text('年龄段', 'Stage of life'),
  consents: text('个人信息使用同意', 'Consents'),
  purpose: text('用途', 'Purpose'),
  decision: text('意见', 'Decision'),
  reason: text('打印{card}', 'Printed: {card}'),
}

type Reading = CardReading

/** Undefined where there is no such client, or their card is not this person's to print. */
export const printedCard = async (
  context: RequestContext,
  publishedId: string,
  locale: Locale,
  kind: CardKind = 'index',
): Promise<Printed | undefined> => {
  const id = fromGlobalId('Client', publishedId)
  if (!id) return undefined
  let printed: { readonly house: House; readonly card: ClientCard; readonly by: string } | undefined
  const answer = await transaction(context, 'client:printCard', async (tx) => {
    const { actor, manager } = tx
    const client = await tx.get(Client, id)
    if (!can(actor, 'client:printCard', clientFacts(client))) throw accessError('NOT_FOUND', context.locale)
    const house = await houseOf(manager, client.orgId)
    const by = await manager.findOneByOrFail(Staff, { orgId: client.orgId, id: actor.staffId })
    printed = { house, card: await cardOf(manager, client, kind, { actor, locale, house }), by: by.name }
    const reason = say(WORDS.reason, 'zh-CN').replace('{card}', say(CARD_TITLES[kind], 'zh-CN'))
    tx.noteRead(Client, client, reason, ['card'])
    return client
  }).catch((error: unknown) => {
    if (isNotFound(error)) return undefined
    throw error
  })
  if (!printed || !answer || answer instanceof UserError) return undefined
  const { house, card, by } = printed
  const told = (words: keyof typeof WORDS) => say(WORDS[words], locale)
  const beside = told('printed').replace('{name}', by).replace('{at}', house.clock.minute(context.now))
  const pages = cardPages({
    organization: house.name,
    marked: told('marked'),
    beside,
    rule: told('rule'),
    cards: [card],
  })
  return {
    name: `${answer.code}-${kind === 'index' ? '' : `${kind}-`}card-${locale}`,
    pdf: await drawPdf(pages),
  }
}

const isNotFound = (error: unknown): boolean =>
  (error as { extensions?: { code?: string } }).extensions?.code === 'NOT_FOUND'

const cardOf = async (
  manager: EntityManager,
  client: Client,
  kind: CardKind,
  reading: Reading,
): Promise<ClientCard> => {
  const { orgId } = client
  const { locale, house } = reading
  const told = (words: keyof typeof WORDS) => say(WORDS[words], locale)
  const place = client.projectId && (await manager.findOneBy(Project, { orgId, id: client.projectId }))
  const keeper =
    client.keyAccountManagerId && (await manager.findOneBy(Staff, { orgId, id: client.keyAccountManagerId }))
  const named = can(reading.actor, 'client:readName', clientFacts(client))
  const name = named ? client.name : client.code
  return {
    title: `${say(CARD_TITLES[kind], locale)}　${name}`,
    fields: [
      [told('code'), client.code],
      [told('kind'), say(CLIENT_KIND_LABELS[client.kind], locale)],
      [told('relation'), say(CLIENT_RELATION_LABELS[client.relation], locale)],
      [told('project'), place ? place.name : ''],
      [told('phone'), (named && client.phoneMasked) || ''],
      [told('email'), (named && client.emailMasked) || ''],
      [told('manager'), keeper ? keeper.name : ''],
      [told('source'), client.source ? say(CLIENT_SOURCE_LABELS[client.source], locale) : ''],
      [told('since'), house.clock.day(client.createdAt)],
    ],
    tables: await tablesOf(manager, client, kind, reading),
  }
}

const tablesOf = async (
  manager: EntityManager,
  client: Client,
  kind: CardKind,
  reading: Reading,
): Promise<CardTable[]> => {
  if (kind === 'tracking') return track(manager, client, reading)
  if (kind === 'consumption') return consumption(manager, client, reading)
  const facts = clientFacts(client)
  const may = (permission: 'client:readName' | 'client:readParticulars') =>
    can(reading.actor, permission, facts)
  return [
    await stays(manager, client, reading),
    ...(may('client:readName') ? [await contacts(manager, client, reading)] : []),
    ...(may('client:readParticulars') ? [await members(manager, client, reading)] : []),
    await consents(manager, { orgId: client.orgId, clientId: client.id }, reading),
    ...(kind === 'client' ? await particulars(manager, client, reading) : []),
  ]
}

const stays = async (
  manager: EntityManager,
  { orgId, id: clientId }: Client,
  { locale }: Reading,
): Promise<CardTable> => {
  const rows = await manager.find(ClientOccupancy, {
    where: { orgId, clientId, withdrawnAt: IsNull() },
    order: { fromOn: 'DESC' },
    take: 12,
  })
  const units = await Promise.all(rows.map(({ unitId }) => manager.findOneBy(Unit, { orgId, id: unitId })))
  const told = (words: keyof typeof WORDS) => say(WORDS[words], locale)
  return {
    title: told('units'),
    heads: [told('unit'), told('relation'), told('from'), told('to')],
    rows: rows.map((row, at) => [
      units[at]?.label ?? '',
      say(CLIENT_RELATION_LABELS[row.relation], locale),
      row.fromOn,
      row.toOn ?? '',
    ]),
  }
}

const contacts = async (
  manager: EntityManager,
  { orgId, id: clientId }: Client,
  { locale }: Reading,
): Promise<CardTable> => {
  const rows = await manager.find(ClientContact, {
    where: { orgId, clientId, removedAt: IsNull() },
    order: { isPrimary: 'DESC', createdAt: 'ASC' },
    take: 8,
  })
  const told = (words: keyof typeof WORDS) => say(WORDS[words], locale)
  return {
    title: told('contacts'),
    heads: [told('name'), told('position'), told('phone'), told('hours')],
    rows: rows.map((it) => [it.name, it.position ?? '', it.phoneMasked ?? '', it.preferredHours ?? '']),
  }
}

const members = async (
  manager: EntityManager,
  { orgId, id: clientId }: Client,
  { locale }: Reading,
): Promise<CardTable> => {
  const rows = await manager.find(ClientMember, {
    where: { orgId, clientId, removedAt: IsNull() },
    order: { createdAt: 'ASC' },
    take: 10,
  })
  const told = (words: keyof typeof WORDS) => say(WORDS[words], locale)
  return {
    title: told('members'),
    heads: [told('name'), told('relation'), told('stage')],
    rows: rows.map((it) => [
      it.name,
      say(KINSHIP_LABELS[it.kinship], locale),
      it.lifeStage ? say(LIFE_STAGE_LABELS[it.lifeStage], locale) : '',
    ]),
  }
}

const consents = async (
  manager: EntityManager,
  where: { readonly orgId: string; readonly clientId: string },
  { locale, house }: Reading,
): Promise<CardTable> => {
  const rows = await manager.find(ClientConsent, { where, order: { at: 'DESC' } })
  const told = (words: keyof typeof WORDS) => say(WORDS[words], locale)
  return {
    title: told('consents'),
    heads: [told('purpose'), told('decision'), told('from')],
    rows: [...presentConsents(rows).values()].map((it) => [
      say(CONSENT_PURPOSE_LABELS[it.purpose], locale),
      say(CONSENT_DECISION_LABELS[it.decision], locale),
      house.clock.day(it.at),
    ]),
  }
}
