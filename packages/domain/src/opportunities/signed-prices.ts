import { text, type Text } from '../text.ts'

/** Names of the signed fields of a price approval form and of an agreement, as the signer reads them. */
export const SIGNED_PRICE_FIELDS: Readonly<Record<string, Text>> = {
  service: text('服务内容', 'Service'),
  unit: text('单位', 'Unit'),
  quantityHundredths: text('数量（百分之一）', 'Quantity in hundredths'),
  listMinor: text('标准价', 'List price'),
  offeredMinor: text('报价', 'Offered price'),
  costMinor: text('成本', 'Cost'),
  totalMinor: text('合计', 'In all'),
  periodFrom: text('服务开始', 'Service from'),
  periodTo: text('服务结束', 'Service until'),
  ourSignerId: text('我方签约人', 'Our signer'),
}
