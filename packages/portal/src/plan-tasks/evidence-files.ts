/** Contents of evidence, on their way in. */
export interface ToldOfEvidence {
  readonly taskId: string
  readonly name: string
}

/** Done, or a sentence of the server in the person's language; null where no answer came. */
export interface Sent {
  readonly done: boolean
  readonly problem: string | null
}

export const evidencePath = (id: string): string => `/files/plan-task-evidence/${id}`

/**
 * Hands a file over as it is. XMLHttpRequest, because fetch does not tell how much has been sent.
 * @param onPart hears how much of the file is there, 0 to 1
 */
export const sendEvidence = (
  file: File,
  told: ToldOfEvidence,
  locale: string,
  onPart: (part: number) => void,
): Promise<Sent> =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/files/plan-task-evidence')
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('accept-language', locale)
    request.setRequestHeader('x-steward-csrf', '1')
    request.setRequestHeader('x-steward-evidence', encodeURIComponent(JSON.stringify(told)))
    request.upload.addEventListener('progress', ({ loaded, total }) => onPart(total > 0 ? loaded / total : 0))
    request.addEventListener('load', () =>
      resolve(
        request.status === 201
          ? { done: true, problem: null }
          : { done: false, problem: problemOf(request.responseText) },
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
