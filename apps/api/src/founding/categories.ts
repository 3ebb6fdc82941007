/** What cases are about: the tree of the trade, two levels. */
import type { Text } from '@steward/domain'

type Branch = Text & { readonly children: Readonly<Record<string, Text>> }

const name = (zh: string, en: string): Text => ({ zh, en })
const branch = (zh: string, en: string, children: Branch['children']): Branch => ({ zh, en, children })

export const CATEGORIES = {
  ENGINEERING: branch('工程维修', 'Engineering', {
    WATER_LEAK: name('渗漏水', 'Water leakage'),
    PLUMBING: name('给排水', 'Plumbing and drainage'),
    POWER: name('供配电', 'Power supply'),
    LIFT: name('电梯', 'Lifts'),
    AIR_CONDITIONING: name('空调暖通', 'Air conditioning'),
    FIRE_PROTECTION: name('消防设施', 'Fire protection'),
    DOORS: name('门窗五金', 'Doors and windows'),
    LIGHTING: name('公共照明', 'Lighting of common parts'),
    STRUCTURE: name('房屋本体', 'Structure and façade'),
  }),
  ENVIRONMENT: branch('环境保洁', 'Environment', {
    CLEANING: name('公共保洁', 'Cleaning'),
    WASTE: name('垃圾清运', 'Waste'),
    GREENERY: name('绿化养护', 'Greenery'),
    PESTS: name('消杀虫害', 'Pest control'),
    ODOUR: name('异味油烟', 'Odours and fumes'),
  }),
  ORDER: branch('秩序安全', 'Order and safety', {
    ACCESS: name('门禁出入', 'Access control'),
    PARKING: name('停车管理', 'Parking'),
    THEFT: name('财物失窃', 'Theft and loss'),
    FALLING_OBJECTS: name('高空抛物', 'Falling objects'),
    FIRE_LANES: name('消防通道', 'Fire lanes'),
    E_BIKES: name('电动自行车', 'Electric bicycles'),
  }),
  NEIGHBOURS: branch('邻里相关', 'Neighbours', {
    NOISE: name('噪音扰民', 'Noise'),
    PETS: name('宠物', 'Pets'),
    CLUTTER: name('公共部位占用', 'Use of common parts'),
    DECORATION: name('装修管理', 'Fitting-out'),
  }),
  CHARGES: branch('收费账务', 'Charges', {
    PROPERTY_FEE: name('物业费', 'Property fee'),
    UTILITIES: name('水电公摊', 'Utilities'),
    PARKING_FEE: name('停车费', 'Parking fee'),
    INVOICES: name('票据', 'Invoices'),
  }),
  SERVICE: branch('客户服务', 'Service', {
    ATTITUDE: name('服务态度', 'Attitude'),
    RESPONSE: name('响应时效', 'Response'),
    PROCEDURES: name('手续办理', 'Procedures'),
    FACILITIES: name('便民设施', 'Amenities'),
    HANDOVER: name('交付遗留', 'Left over from hand-over'),
  }),
  BUSINESS: branch('商务楼宇', 'Business premises', {
    OPERATION: name('商户经营', "Shops' trade"),
    LOGISTICS: name('货运物流', 'Goods traffic'),
    PRODUCTION: name('生产配套', 'Supply of production'),
    PROMOTION: name('广告场地', 'Advertising and space'),
  }),
} as const satisfies Readonly<Record<string, Branch>>

type Branches = typeof CATEGORIES
type ChildrenOf<B> = B extends { readonly children: infer C } ? keyof C & string : never
/** Cases are filed under the leaves. */
export type CategoryCode = { [B in keyof Branches]: ChildrenOf<Branches[B]> }[keyof Branches]
