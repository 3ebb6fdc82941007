import ipaddr from 'ipaddr.js'

/** Is the address on the list of addresses and networks? An empty list names everybody. */
export const isAllowedFrom = (address: string, list: readonly string[]): boolean => {
  if (list.length === 0) return true
  if (!ipaddr.isValid(address)) return false
  // `::ffff:203.0.113.7` is how a socket for both families tells of 203.0.113.7.
  const from = ipaddr.process(address)
  return list.some((entry) => {
    const [network, bits] = networkOf(entry)
    return network.kind() === from.kind() && from.match(network, bits)
  })
}

const networkOf = (entry: string): [ipaddr.IPv4 | ipaddr.IPv6, number] => {
  if (entry.includes('/')) return ipaddr.parseCIDR(entry)
  const address = ipaddr.parse(entry)
  return [address, address.kind() === 'ipv4' ? 32 : 128]
}
