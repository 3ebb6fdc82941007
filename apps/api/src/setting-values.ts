/** How the values of single settings are written. */
import { isIP } from 'node:net'
import type { z } from 'zod'

/** A row of the table: what the variable is for, and what a right value looks like (said when it is wrong). */
export const row = <S extends z.ZodType>(
  right: string,
  description: string,
  schema: (error: () => string) => S,
) => schema(() => right).meta({ description, right })

/** Where figures for monitoring are answered. */
export interface MetricsAddress {
  readonly host: string
  readonly port: number
}

/** `customer-service=https://host/portals/customer-service/,…` → name → base URL of that portal's files. */
export const portalList = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    text.split(',').map((entry) => {
      const [name = '', ...url] = entry.split('=')
      return [name.trim(), url.join('=').trim()]
    }),
  )

/** Names of proxy-addr, addresses and networks: whose X-Forwarded-For is believed. */
export const isProxy = (text: string): boolean => {
  const [address = '', bits, ...more] = text.trim().split('/')
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text.trim())) return true
  const size = isIP(address) === 6 ? 128 : 32
  return (
    isIP(address) !== 0 && more.length === 0 && (bits === undefined || (/^\d+$/.test(bits) && +bits <= size))
  )
}

export const metricsAddress = (text: string): MetricsAddress => {
  const colon = text.lastIndexOf(':')
  return { host: text.slice(0, colon).replace(/^\[(.*)\]$/, '$1'), port: Number(text.slice(colon + 1)) }
}
