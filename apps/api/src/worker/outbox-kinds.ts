/**
 * What a row of the outbox can say. A feature adds its own word here, with what it means, and writes such rows by
 * `tx.emit()`; ids only, never a name or a text.
 */
export const OUTBOX_KINDS = {
  /** A record was inserted, changed or removed; written by every transaction for each record that it touched. */
  changed: 'a record is new or different',
  /** A mail waits to be sent. */
  mailDue: 'a mail is due',
  /** An endpoint of a partner has messages to be sent. */
  webhookDue: 'webhook messages are due',
  /** The clock of a promise: soon due, not kept, told one level higher. Each once for a promise and step. */
  promiseDueSoon: 'a promise is due soon',
  promiseBroken: 'a promise was not kept',
  promiseEscalated: 'a broken promise is told one level higher',
  /** Nobody has accepted a hand-over yet; told a few times. */
  handoverOverdue: 'a hand-over is not accepted yet',
  /** What was offered has ended or is somebody else's, before anybody accepted. */
  handoverLapsed: 'a hand-over has lapsed',
  /** A signature begins to be awaited (`level`: which step), is overdue, is told one level higher. Each once for a step and level. */
  signatureAwaited: 'a signature is awaited',
  signatureOverdue: 'a signature is overdue',
  signatureEscalated: 'an overdue signature is told one level higher',
  /** Somebody was shown what is sealed of more clients in a day than the limit lets pass. */
  revealBeyond: 'more was shown than the limit lets pass',
  /** Somebody answers for further clients from now on: the first of them. */
  accountsAssigned: 'clients have another key account manager',
  /** A file was removed: its content has to go. */
  attachmentRemoved: 'the content of a file is to be removed',
  /** A controlled copy is to be made; its file is no longer needed (the id is the file's). */
  copyToProduce: 'a controlled copy is to be produced',
  copyFileToRemove: 'the file of a controlled copy is to be removed',
  /** The source of an import is destroyed (the id is its file's). */
  importFileToRemove: 'the file of an import is to be removed',
  /** A copy can be fetched, or could not be made; it is due back; it is told above. Each once. */
  copyReady: 'a controlled copy is produced',
  copyFailed: 'a controlled copy could not be produced',
  copyDue: 'a controlled copy is due back',
  copyEscalated: 'an overdue controlled copy is told above',
  /** The last day of custody of a source has passed and it is not destroyed; it is told above. Each once. */
  importSourceDue: 'a source of an import is to be destroyed',
  importSourceEscalated: 'an overdue source is told above',
  /** Two have signed that a client is erased. */
  clientToErase: 'a client is to be erased',
  /** The request of a data subject is due soon; overdue; told to the top. Each once. */
  subjectRequestDue: 'the request of a data subject is due soon',
  subjectRequestOverdue: 'the request of a data subject is overdue',
  subjectRequestEscalated: 'an overdue request of a data subject is told to the top',
  /** An inventory of client information is not confirmed in time. Once. */
  inventoryOverdue: 'an information inventory is overdue',
  /** A grade directory is published: plans are proposed for whom it graded. */
  directoryPublished: 'a grade directory is published',
  /** A statutory inspection of a machine comes near or is due; is overdue. Each step once. */
  inspectionDue: 'an inspection of a machine is due',
  inspectionOverdue: 'an inspection of a machine is overdue',
  /** Somebody is to be heard on a breach; has been. */
  breachRecorded: 'a breach is recorded',
  breachStated: 'a statement on a breach is made',
  /** A cycle of grading is to be scored. */
  gradingToScore: 'the clients of a grading cycle are to be scored',
  /** The tasks of a revision of a plan are to be made. */
  planToDecompose: 'the tasks of a plan are to be made',
  /** A client has gone silent. Once for each silence. */
  silenceAlertRaised: 'a client has gone silent',
  silenceVisitProposed: 'somebody shall go and see a client who has gone silent',
  /** A measure of silence is to be held against the history. */
  silenceBacktestToRun: 'a backtest of silence is to be run',
  /** The dossier of a key account did not come; it is told above. Each once. A nomination has been decided. */
  dossierDue: 'the dossier of a key account is overdue',
  dossierEscalated: 'an overdue dossier is told above',
  keyAccountDecided: 'a nomination of a key account is decided',
  /** Left untouched: a lead goes back to the pool soon, and has. */
  leadReturnsSoon: 'a lead returns to the pool soon',
  leadReturned: 'a lead returned to the pool',
  /** An opportunity is somebody’s now; left untouched, told once. */
  opportunityAssigned: 'an opportunity was given to somebody',
  opportunityUntouched: 'an opportunity is left untouched',
  /** What was agreed on ends soon. Told once. */
  agreementEndsSoon: 'a service agreement ends soon',
  /** A plan was approved: its tasks are to be made. */
  /** A standard is to be tried out on all clients. */
  simulationToRun: 'a grading simulation is to be run',
  /** Somebody wants the ledger verified. */
  ledgerVerificationDue: 'a verification of the ledger is due',
} as const satisfies Readonly<Record<string, string>>

export type OutboxKind = keyof typeof OUTBOX_KINDS
