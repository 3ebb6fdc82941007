/** An extension as people write it: 转8001, ext. 8001, x8001. */
const EXTENSION = /(?:转|分机|ext\.?|x)(\d{1,6})$/

/**
 * A phone number as it is stored and compared: half-width digits without punctuation, at home with the trunk prefix
 * (02112345678) and without the country code 86, abroad with + and the country code; an extension follows an `x`.
 * Undefined where it cannot be a phone number.
 */
export const normalisePhone = (written: string): string | undefined => {
  const compact = written
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s().\-‐-―·/]/g, '')
  const extension = EXTENSION.exec(compact)?.[1]
  const number = compact.replace(EXTENSION, '').replace(/^00(?=[1-9])/, '+')
  const stored = number.startsWith('+86')
    ? domestic(number.slice(3))
    : number.replace(/^0(?=1[3-9]\d{9}$)/, '')
  if (!/^(\+\d{5,15}|\d{3,12})$/.test(stored)) return undefined
  return extension === undefined ? stored : `${stored}x${extension}`
}

/** After the country code the trunk zero is left out; mobile numbers never had one. */
const domestic = (digits: string): string =>
  /^1[3-9]\d{9}$/.test(digits) ? digits : `0${digits.replace(/^0/, '')}`
