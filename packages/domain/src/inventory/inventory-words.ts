/** Words for the permissions of the inventory, for its verbs in the audit trail, and for the records that the trail is about. */
import { text } from '../text.ts'

export const INVENTORY_PERMISSION_LABELS = {
  'informationItem:enter': text('客户信息清单：登记', 'Information inventory: enter'),
  'informationItem:amend': text('客户信息清单：修改', 'Information inventory: amend'),
  'informationItem:retire': text('客户信息清单：注销', 'Information inventory: retire'),
  'informationInventory:read': text('客户信息清单：查看', 'Information inventory: read'),
  'informationInventory:confirm': text('客户信息清单：确认', 'Information inventory: confirm'),
  'informationInventory:check': text('客户信息清单：抽查', 'Information inventory: check'),
  'informationInventoryPolicy:read': text(
    '客户信息清单：查看确认周期',
    'Information inventory: see how often it is confirmed',
  ),
  'informationInventoryPolicy:set': text(
    '客户信息清单：设定确认周期',
    'Information inventory: set how often it is confirmed',
  ),
  'informationBreach:read': text('违规记录：查看', 'Breaches: read'),
  'informationBreach:readWords': text('违规记录：查看内容与陈述', 'Breaches: read what was said'),
  'informationBreach:record': text('违规记录：记录', 'Breaches: record'),
  'informationBreach:state': text('违规记录：本人陈述', 'Breaches: make a statement of one’s own'),
  'informationBreach:conclude': text('违规记录：作出结论', 'Breaches: conclude'),
} as const

export const INVENTORY_EVENT_LABELS = {
  'informationItem:enter': text('登记了客户信息', 'entered in the inventory'),
  'informationItem:amend': text('修改了客户信息清单', 'amended in the inventory'),
  'informationItem:retire': text('注销了客户信息', 'retired from the inventory'),
  'informationInventory:confirm': text('确认了客户信息清单', 'confirmed the inventory of'),
  'informationInventory:check': text('抽查了客户信息清单', 'checked the inventory of'),
  'informationInventoryPolicy:set': text('设定了清单确认周期', 'set how often inventories are confirmed in'),
  'informationBreach:record': text('记录了违规', 'recorded the breach'),
  'informationBreach:state': text('就违规作了陈述', 'made a statement on the breach'),
  'informationBreach:conclude': text('对违规作了结论', 'concluded the breach'),
} as const

export const INVENTORY_SUBJECT_LABELS = {
  information_item: text('客户信息清单条目', 'Item of an inventory'),
  information_inventory: text('客户信息清单', 'Information inventory'),
  information_confirmation: text('清单确认', 'Confirmation of an inventory'),
  information_check: text('清单抽查', 'Check of an inventory'),
  information_breach: text('违规记录', 'Breach'),
  information_inventory_policy: text('清单确认周期', 'How often inventories are confirmed'),
} as const
