import { Transform } from 'node:stream'

/** More bytes came than a file may have; nothing of them is kept. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge'
}

/** Passes on what comes; whoever wants to count or hash on the way is handed each piece. @throws TooLarge with the first byte too many */
export const atMost = (maximumBytes: number, onPiece?: (piece: Buffer) => void): Transform => {
  let bytes = 0
  return new Transform({
    transform(piece: Buffer, _, done) {
      bytes += piece.length
      if (bytes > maximumBytes) return done(new TooLarge())
      onPiece?.(piece)
      done(null, piece)
    },
  })
}
