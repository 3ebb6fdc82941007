/** What signing in answers: published as `Viewer`, read by the same statement as every other read. */
export class SignedInViewer {
  /** The staff id. */
  readonly id: string

  constructor(id: string) {
    this.id = id
  }
}
