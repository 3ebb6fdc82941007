import {
  defaultTemplate,
  renderLine,
  renderText,
  say,
  type NoticeTemplate,
  type TemplateKey,
} from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { NoticeTemplateEntity } from './notice.entity.ts'
import type { Values } from './notice-values.ts'

/** The organization's own words for it, else those of the house. */
export const templateInForce = async (
  manager: EntityManager,
  orgId: string,
  key: TemplateKey,
): Promise<NoticeTemplate> => {
  const own = await manager.findOneBy(NoticeTemplateEntity, { orgId, key })
  if (!own) return defaultTemplate(key)
  return {
    subject: { zh: own.subjectZh, en: own.subjectEn },
    body: { zh: own.bodyZh, en: own.bodyEn },
  }
}

const spoken = (values: Values, locale: 'zh-CN' | 'en') =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, say(value, locale)]))

/** Subject and body in both languages. */
export const rendered = ({ subject, body }: NoticeTemplate, values: Values) => {
  const [zh, en] = [spoken(values, 'zh-CN'), spoken(values, 'en')]
  return {
    titleZh: renderLine(subject.zh, zh),
    titleEn: renderLine(subject.en, en),
    bodyZh: renderText(body.zh, zh),
    bodyEn: renderText(body.en, en),
  }
}
