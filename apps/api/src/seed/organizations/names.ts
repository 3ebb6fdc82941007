/** Names of nobody: put together from common characters. */
import type { ProjectType } from '@steward/domain'
import type { Chance } from '../chance.ts'

const SURNAMES = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
  '欧阳',
  '上官',
  '诸葛',
]
const GIVEN_OF_MEN = [
  ...'伟强磊军洋勇杰涛超明刚平辉鹏飞斌波宇浩凯健俊峰志亮',
  ...'建国 志远 文博 子轩 浩然 俊杰 宇航 明哲 家豪 国栋 永康 振华 嘉诚 海涛 立新 思远 天佑 学文 建平 晓东'.split(
    ' ',
  ),
]
const GIVEN_OF_WOMEN = [
  ...'芳娜敏静丽艳娟霞燕玲洁慧莹雪琳萍红颖倩蕾薇',
  ...'秀英 桂兰 雨桐 诗涵 欣怡 梦琪 佳怡 晓燕 丽华 婉婷 思雨 雅文 淑珍 海燕 玉梅 若曦 可欣 心怡 美玲 春梅'.split(
    ' ',
  ),
]

/** Of a person or a company. */
export interface Name {
  readonly name: string
  /** As staff speak of them: 王女士, 恒泰精密机械. */
  readonly address: string
}

export const personName = (chance: Chance): Name => {
  const surname = chance.pick(SURNAMES)
  const woman = chance.happens(0.5)
  const given = chance.pick(woman ? GIVEN_OF_WOMEN : GIVEN_OF_MEN)
  return { name: `${surname}${given}`, address: `${surname}${woman ? '女士' : '先生'}` }
}

const BRANDS =
  '恒泰 瑞丰 博远 云帆 盛合 启明 中睿 聚源 鼎新 华策 凌峰 安和 智联 海纳 同创 嘉禾 星辰 远景 拓维 正元 景行 优尚 万象 天衡 百川 卓越 润泽 晟达 品源 联创'.split(
    ' ',
  )
const SHOPS =
  '老巷子 喜街 拾光 南城 半亩 青禾 蜀香 小满 花间 一味 三味 阿婆 星屿 暖阳 渔家 江南里 木棉 晨曦 东篱 山语'.split(
    ' ',
  )

const TRADES: Readonly<Record<Exclude<ProjectType, 'RESIDENTIAL'>, readonly string[]>> = {
  OFFICE:
    '信息科技有限公司 软件技术有限公司 企业管理咨询有限公司 供应链管理有限公司 文化传媒有限公司 建筑设计有限公司 人力资源有限公司 检测技术有限公司 国际贸易有限公司 知识产权代理有限公司 医疗科技有限公司 教育科技有限公司'.split(
      ' ',
    ),
  INDUSTRIAL:
    '精密机械有限公司 电子科技有限公司 包装材料有限公司 自动化设备有限公司 新材料有限公司 食品有限公司 汽车零部件有限公司 医疗器械有限公司 物流有限公司'.split(
      ' ',
    ),
  COMMERCIAL: '川菜馆 面馆 烘焙 咖啡 茶饮 书店 童装 美容 健身 眼镜 火锅 超市 教育 药房 数码 花店'.split(' '),
}

export const companyName = (type: Exclude<ProjectType, 'RESIDENTIAL'>, chance: Chance): Name => {
  const called = `${chance.pick(type === 'COMMERCIAL' ? SHOPS : BRANDS)}${chance.pick(TRADES[type])}`
  return type === 'COMMERCIAL'
    ? { name: called, address: called }
    : { name: `上海${called}`, address: called.replace('有限公司', '') }
}

/** Beginnings that no operator has been given: nobody answers these numbers. */
const UNASSIGNED = ['160', '161', '163', '164', '168', '169']

export const mobileNumber = (chance: Chance): string =>
  `${chance.pick(UNASSIGNED)}${String(chance.between(0, 99_999_999)).padStart(8, '0')}`

/** Until one comes that was not given out before. */
export const unheardOf = <T>(seen: Set<string>, make: () => T, keyOf: (made: T) => string): T => {
  for (;;) {
    const made = make()
    if (seen.has(keyOf(made))) continue
    seen.add(keyOf(made))
    return made
  }
}
