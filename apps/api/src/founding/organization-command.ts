/** `organization add` and `organization link`: what nobody who signs in can do, told on a terminal. */
import {
  localMoment,
  ORGANIZATION_INPUTS,
  parseInput,
  say,
  text,
  type Locale,
  type NewOrganization,
  type Text,
} from '@steward/domain'
import type { Config } from '../config.ts'
import type { Services } from '../context.ts'
import { checkServer } from '../database/check-server.ts'
import { runtimeDataSource } from '../database/data-source.ts'
import { localeOf } from '../http/locale.ts'
import { resetUrl } from '../account/reset-link.service.ts'
import { Organization } from '../organization/organization.entity.ts'
import { addOrganization, linkForAdministrator, type Administrator } from './add-organization.service.ts'
import { CURRENCY_OF_DEFAULT_LIMITS } from './lay-foundations.service.ts'

const WORDS = {
  mode: text(
    '演示模式不建立正式企业：请设置 STEWARD_MODE=production 和 STEWARD_PUBLIC_URL。',
    'A demonstration gets no real organization: set STEWARD_MODE=production and STEWARD_PUBLIC_URL.',
  ),
  demonstration: text(
    '此数据库中有演示企业 {code}，任何人都知道它的密码：请为正式企业另用一个空数据库。',
    'This database holds the demonstration organization {code}, whose password everybody knows: use an empty database for a real one.',
  ),
  taken: text(
    '企业代码 {code} 已被使用。管理员进不来时，请用 organization link。',
    'The code {code} is taken. Where its administrator cannot get in, use organization link.',
  ),
  zone: text('数据库不认识时区 {zone}。', 'The database does not know the time zone {zone}.'),
  wrong: text('--{option}：{message}', '--{option}: {message}'),
  noOrganization: text('没有代码为 {code} 的企业。', 'There is no organization with the code {code}.'),
  noAdministrator: text(
    '{name} 不是该企业在用的系统管理员。其他人请由管理员在“人员”中处理。',
    '{name} is no active administrator there. Others are helped by their administrator, under People.',
  ),
  added: text('已建立企业“{name}”。', 'The organization “{name}” is there.'),
  signInName: text('管理员的登录名：{name}', 'The administrator signs in as {name}'),
  link: text(
    '请在 {until} 前打开下面的链接设置密码；链接只能用一次，此后不再显示：',
    'Open this link by {until} to set the password; it is good once and is not shown again:',
  ),
  limits: text(
    '默认核决权限以人民币计，未写入：在管理员设定之前，谁也不能批准有费用的方案。',
    'The default limits of authority are sums of CNY and were left out: until the administrator sets some, nobody can approve what costs money.',
  ),
} as const satisfies Record<string, Text>

/** As the options are spelt. */
const OPTION: Readonly<Record<string, string>> = {
  timeZone: 'time-zone',
  administratorName: 'administrator-name',
}

type Print = (line: string) => void

const teller = (locale: Locale) => {
  const words = (word: keyof typeof WORDS, values: Readonly<Record<string, string>> = {}): string =>
    say(WORDS[word], locale).replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
  return {
    words,
    giveUp(word: keyof typeof WORDS, values?: Readonly<Record<string, string>>): never {
      throw new Error(words(word, values))
    },
  }
}

type Teller = ReturnType<typeof teller>

const given = (options: object, locale: Locale): NewOrganization => {
  const parsed = parseInput(ORGANIZATION_INPUTS.add, options)
  if (parsed.ok) return parsed.value
  const lines = parsed.error.fields.map(({ path, message }) =>
    teller(locale).words('wrong', { option: OPTION[path] ?? path, message: say(message, locale) }),
  )
  throw new Error(lines.join('\n'))
}

/**
 * Founds an organization with its first administrator and prints the link by which they come in.
 * @throws Error of one sentence, or one for each wrong option; then nothing was written
 */
export const organizationAdd = (config: Config, url: string, options: object, print: Print): Promise<void> =>
  inDatabase(config, url, async (dataSource, tell, locale) => {
    const organization = given(options, locale)
    await refuseMixture(dataSource, tell)
    const { code, timeZone: zone } = organization
    const [known] = await dataSource.query<object[]>('select from pg_timezone_names where name = $1', [zone])
    if (!known) tell.giveUp('zone', { zone })
    const administrator = await addOrganization(dataSource, organization, new Date())
    if (!administrator) return tell.giveUp('taken', { code })
    print(tell.words('added', { name: organization.name }))
    printLink(config, administrator, tell, print)
    if (organization.currency !== CURRENCY_OF_DEFAULT_LIMITS) print(tell.words('limits'))
  })

/** Prints a new link for an administrator who cannot get in: whoever may run this holds the database anyway. */
export const organizationLink = (
  config: Config,
  url: string,
  { code, administrator: name }: { readonly code: string; readonly administrator: string },
  print: Print,
): Promise<void> =>
  inDatabase(config, url, async (dataSource, tell) => {
    const organization = await dataSource.manager.findOneBy(Organization, { code: code.trim().toLowerCase() })
    if (!organization) return tell.giveUp('noOrganization', { code })
    const administrator = await linkForAdministrator(dataSource, organization, name, new Date())
    if (!administrator) return tell.giveUp('noAdministrator', { name })
    printLink(config, administrator, tell, print)
  })

const inDatabase = async (
  config: Config,
  url: string,
  work: (dataSource: Services['dataSource'], tell: Teller, locale: Locale) => Promise<void>,
): Promise<void> => {
  const locale = localeOf(Intl.DateTimeFormat().resolvedOptions().locale)
  const tell = teller(locale)
  if (config.mode !== 'production') tell.giveUp('mode')
  const dataSource = await runtimeDataSource({ url, poolSize: 2 }).initialize()
  try {
    await checkServer(dataSource)
    await work(dataSource, tell, locale)
  } finally {
    await dataSource.destroy()
  }
}

/** Decision 33: everybody in a demonstration has the same printed password, so none shares a database with real people. */
const refuseMixture = async ({ manager }: Services['dataSource'], tell: Teller): Promise<void> => {
  const found = await manager.findOneBy(Organization, { demonstration: true })
  if (found) tell.giveUp('demonstration', { code: found.code })
}

const printLink = (
  config: Config,
  { signInName, token, expiresAt, timeZone }: Administrator,
  { words }: Teller,
  print: Print,
): void => {
  print(words('signInName', { name: signInName }))
  print(words('link', { until: localMoment(expiresAt, timeZone) }))
  print(resetUrl(config, token))
}
