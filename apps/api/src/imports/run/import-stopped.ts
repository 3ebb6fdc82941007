import { importRefusal, type ImportRefusal, type ImportStatus } from '@steward/domain'

/** Ends a run before it is done: everything it has written is rolled back, and this is what the run says of itself. */
export class ImportStopped extends Error {
  override readonly name = 'ImportStopped'
  readonly status: Extract<ImportStatus, 'REFUSED' | 'CANCELLED' | 'FAILED'>
  readonly refusal: ImportRefusal | undefined

  private constructor(status: ImportStopped['status'], refusal?: ImportRefusal) {
    super(refusal?.code ?? status)
    this.status = status
    this.refusal = refusal
  }

  static refused(refusal: ImportRefusal): ImportStopped {
    return new ImportStopped('REFUSED', refusal)
  }

  static cancelled(): ImportStopped {
    return new ImportStopped('CANCELLED')
  }

  static failed(refusal: ImportRefusal = importRefusal('FAULT')): ImportStopped {
    return new ImportStopped('FAILED', refusal)
  }
}
