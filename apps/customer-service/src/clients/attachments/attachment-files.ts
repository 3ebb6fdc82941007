/** Contents of attached files, on their way in and out. */
import type { AttachmentClass } from '@steward/domain'

export interface ToldOfFile {
  readonly clientId: string
  readonly name: string
  readonly classification: AttachmentClass
  readonly note?: string | undefined
}

/** Done, or a sentence of the server in the person's language; null where no answer came. */
export type Outcome = { readonly done: true } | { readonly done: false; readonly problem: string | null }

/**
 * Hands a file over as it is. XMLHttpRequest, because fetch does not tell how much has been sent.
 * @param onPart hears how much of the file is there, 0 to 1
 */
export const sendAttachment = (
  file: File,
  told: ToldOfFile,
  locale: string,
  onPart: (part: number) => void,
): Promise<Outcome> =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/files/attachments')
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('accept-language', locale)
    request.setRequestHeader('x-steward-csrf', '1')
    request.setRequestHeader('x-steward-attachment', encodeURIComponent(JSON.stringify(told)))
    request.upload.addEventListener('progress', ({ loaded, total }) => onPart(total > 0 ? loaded / total : 0))
    request.addEventListener('load', () =>
      resolve(
        request.status === 201 ? { done: true } : { done: false, problem: problemOf(request.responseText) },
      ),
    )
    for (const event of ['error', 'abort', 'timeout'])
      request.addEventListener(event, () => resolve({ done: false, problem: null }))
    request.send(file)
  })

const problemOf = (body: string): string | null => {
  try {
    return (JSON.parse(body) as { errors?: { message: string }[] }).errors?.[0]?.message ?? null
  } catch {
    return null
  }
}

export const contentPath = (id: string): string => `/files/attachments/${id}`
export const picturePath = (id: string): string => `/files/attachments/${id}/picture`

/** Fetches a sensitive content, for a reason, and has the browser save it. */
export const saveRevealed = async (
  id: string,
  name: string,
  reason: string,
  locale: string,
): Promise<Outcome> => {
  const answer = await fetch(`${contentPath(id)}/reveal`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': locale, 'x-steward-csrf': '1' },
    body: JSON.stringify({ reason }),
  }).catch(() => undefined)
  if (!answer) return { done: false, problem: null }
  if (!answer.ok) return { done: false, problem: problemOf(await answer.text()) }
  const address = URL.createObjectURL(await answer.blob())
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  // The browser reads it while it saves.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
  return { done: true }
}
