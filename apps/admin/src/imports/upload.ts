import type { ImportKind } from '@steward/domain'

/** What the server keeps of a file that was handed over. */
export interface Uploaded {
  readonly id: string
  readonly name: string
  readonly sizeBytes: number
  /** What the columns speak for; null where they speak for nothing. */
  readonly kind: ImportKind | null
  /** Of complaints: the mapping that fits; null where none does. */
  readonly mapping: string | null
  readonly header: readonly string[]
  /** The first rows, cell by cell. */
  readonly samples: readonly (readonly string[])[]
  /** Why nothing of it can be read, in the person's language. */
  readonly refused: string | null
}

export type UploadOutcome =
  | { readonly file: Uploaded; readonly problem?: undefined }
  /** A sentence of the server in the person's language; null where no answer came. */
  | { readonly file?: undefined; readonly problem: string | null }

/**
 * Hands a file over as it is. XMLHttpRequest, because fetch does not tell how much has been sent.
 * @param onPart hears how much of the file is there, 0 to 1
 */
export function uploadFile(
  file: File,
  locale: string,
  onPart: (part: number) => void,
): Promise<UploadOutcome> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/files/imports?name=${encodeURIComponent(file.name)}`)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('accept-language', locale)
    request.setRequestHeader('x-steward-csrf', '1')
    request.upload.addEventListener('progress', ({ loaded, total }) => onPart(total > 0 ? loaded / total : 0))
    request.addEventListener('load', () => resolve(outcomeOf(request)))
    for (const event of ['error', 'abort', 'timeout'])
      request.addEventListener(event, () => resolve({ problem: null }))
    request.send(file)
  })
}

const outcomeOf = ({ status, responseText }: XMLHttpRequest): UploadOutcome => {
  try {
    const answer = JSON.parse(responseText) as Uploaded & { errors?: { message: string }[] }
    return status === 201 ? { file: answer } : { problem: answer.errors?.[0]?.message ?? null }
  } catch {
    return { problem: null }
  }
}
