/** `138****1234`: enough to recognise a number that one knows, too little to call it. Takes the normalised form. */
export const maskPhone = (phone: string): string => {
  const number = phone.replace(/x.*$/, '')
  if (number.length >= 10) return `${number.slice(0, 3)}****${number.slice(-4)}`
  return number.length >= 7 ? `****${number.slice(-2)}` : '****'
}

/** `王**`: the first character only, whatever the length, so that the mask does not tell how long the name is. */
export const maskName = (name: string): string => {
  const [first] = name.trim()
  return first === undefined ? '' : `${first}**`
}

/** `w***@example.com`: one recognises an address that one knows. */
export const maskEmail = (address: string): string => {
  const at = address.lastIndexOf('@')
  return `${[...address][0] ?? ''}***${at < 0 ? '' : address.slice(at)}`
}

/** `3101************34`, `******6789`: the ends of a number of a document or an account; of a short one only the last two. */
export const maskNumber = (number: string): string => {
  const plain = number.replace(/\s/g, '')
  if (plain.length < 8) return `****${plain.length > 4 ? plain.slice(-2) : ''}`
  return plain.length >= 15
    ? `${plain.slice(0, 4)}${'*'.repeat(8)}${plain.slice(-2)}`
    : `${'*'.repeat(4)}${plain.slice(-4)}`
}
