/** Kinds of browser by what they say of themselves, the more particular first: most of them claim to be Safari as well. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger\//, 'WeChat'],
  [/DingTalk\//, 'DingTalk'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\/|Chromium\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/iPhone|iPad|iPod/, 'iOS'],
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/Linux|X11/, 'Linux'],
]

const first = (table: readonly (readonly [RegExp, string])[], said: string): string | undefined =>
  table.find(([pattern]) => pattern.test(said))?.[1]

/** `Chrome · Windows` of a User-Agent header: enough to tell one's own devices apart, too little to follow somebody by. */
export const deviceOf = (userAgent: string | undefined): string | null => {
  const said = (userAgent ?? '').slice(0, 500)
  return [first(BROWSERS, said), first(SYSTEMS, said)].filter(Boolean).join(' · ') || null
}

/** The part of an address that names a place and no person: /24 of IPv4, /48 of IPv6. Null for what is no address. */
export const addressPrefix = (address: string): string | null => {
  const v4 = /^(?:::ffff:)?(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.\d{1,3}$/i.exec(address)
  if (v4) return `${v4[1]}.${v4[2]}.${v4[3]}.*`
  if (!/^[0-9a-f:]+$/i.test(address) || !address.includes(':')) return null
  const [head = '', tail] = address.toLowerCase().split('::')
  const left = head ? head.split(':') : []
  const right = tail ? tail.split(':') : []
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length)
  const groups = [...left, ...Array.from({ length: zeros }, () => '0'), ...right]
  return groups.length === 8
    ? `${groups
        .slice(0, 3)
        .map((group) => group.replace(/^0+(?=.)/, ''))
        .join(':')}::*`
    : null
}
