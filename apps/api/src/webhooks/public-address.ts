/** Which addresses of a partner's endpoint may be called: those of the public internet, and no others (threat T22). */
import { lookup as lookUp } from 'node:dns/promises'
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

export interface Endpoint {
  readonly url: URL
  /** The one address to connect to: the name is not asked for again, so that it cannot answer differently the second time. */
  readonly address: string
  readonly family: 4 | 6
}

export type EndpointRefusal =
  | 'NO_ADDRESS'
  | 'NOT_HTTPS'
  | 'WRONG_PORT'
  | 'CREDENTIALS_IN_URL'
  | 'UNKNOWN_HOST'
  | 'NOT_PUBLIC'

export type Resolve = (
  host: string,
) => Promise<readonly { readonly address: string; readonly family: number }[]>

const resolveAll: Resolve = (host) => lookUp(host, { all: true, verbatim: true })

export interface EndpointRules {
  /** Tests only, which is held by one of them: plain http, any port, this machine. Everything else that is not public stays refused. */
  readonly allowLoopback: boolean
  readonly resolve?: Resolve
}

/** `unicast` is what remains when every special range is taken away. NAT64 and 6to4 carry an IPv4 address that must be public too. */
export const isPublicAddress = (address: string): boolean => {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  if (parsed.range() !== 'unicast') return false
  // ipaddr.js counts all of 2000::/3 and beyond as unicast; only 2000::/3 is given out.
  return parsed.kind() === 'ipv4' || parsed.match(ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number])
}

const isLoopback = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback'

/**
 * Where a delivery may connect, or why it may not. The name is resolved once; when any of its addresses is not public the whole
 * name is refused: who mixes them is up to something.
 */
export const findEndpoint = async (
  text: string,
  rules: EndpointRules,
): Promise<Endpoint | EndpointRefusal> => {
  const { allowLoopback, resolve = resolveAll } = rules
  const url = URL.parse(text)
  if (!url) return 'NO_ADDRESS'
  if (url.protocol !== 'https:' && !(allowLoopback && url.protocol === 'http:')) return 'NOT_HTTPS'
  if (url.username || url.password) return 'CREDENTIALS_IN_URL'
  if (url.port !== '' && !allowLoopback) return 'WRONG_PORT'
  // The parser has turned 127.1, 0x7f.1 and 2130706433 into digits by now.
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const found = isIP(host) ? [{ address: host }] : await resolve(host).catch(() => [])
  const [first] = found
  if (!first) return 'UNKNOWN_HOST'
  const mayCall = (address: string) => isPublicAddress(address) || (allowLoopback && isLoopback(address))
  if (!found.every(({ address }) => mayCall(address))) return 'NOT_PUBLIC'
  return { url, address: first.address, family: isIP(first.address) === 6 ? 6 : 4 }
}
