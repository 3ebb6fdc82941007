/** What came of asking for a proof: the file is with the browser, or why there is none, in the person's language. */
export type ProofOutcome = { readonly saved: true } | { readonly saved: false; readonly why: string | null }

/** Fetches the proof of a case's signatures and hands it to the browser as a file; a plain link would show a refusal as a page. */
export const saveProof = async (
  complaintId: string,
  number: string,
  locale: string,
): Promise<ProofOutcome> => {
  try {
    const response = await fetch(`/files/proofs/${complaintId}.json`, {
      headers: { 'accept-language': locale },
    })
    if (!response.ok) {
      const answer = (await response.json()) as { errors?: { message: string }[] }
      return { saved: false, why: answer.errors?.[0]?.message ?? null }
    }
    const address = URL.createObjectURL(await response.blob())
    const link = document.createElement('a')
    link.href = address
    link.download = `${number}.proof.json`
    link.click()
    // Only once the browser has begun to take it.
    setTimeout(() => URL.revokeObjectURL(address), 60_000)
    return { saved: true }
  } catch {
    return { saved: false, why: null }
  }
}
