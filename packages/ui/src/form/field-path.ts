/** `contacts.0.phone` as the kit wants it: names as text, places in lists as numbers. */
export function fieldPath(path: string): (string | number)[] {
  return path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part))
}
