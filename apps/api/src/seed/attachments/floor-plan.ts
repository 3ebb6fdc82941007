/** A picture made of nothing but numbers: walls on white, as a PNG of one byte a pixel. */
import { crc32, deflateSync } from 'node:zlib'
import type { Chance } from '../chance.ts'

const [WIDTH, HEIGHT] = [480, 360]
const [PAPER, THIN, THICK] = [255, 120, 20]

type Sheet = Uint8Array

const bar = (sheet: Sheet, [x, y, width, height]: readonly number[], ink: number): void => {
  for (let row = y!; row < y! + height!; row += 1)
    sheet.fill(ink, row * WIDTH + x!, row * WIDTH + x! + width!)
}

/** Rooms of another size each time, with doors in their walls. */
const walls = (chance: Chance): Sheet => {
  const sheet = new Uint8Array(WIDTH * HEIGHT).fill(PAPER)
  for (const wall of [
    [40, 30, 400, 8],
    [40, 322, 400, 8],
    [40, 30, 8, 300],
    [432, 30, 8, 300],
  ])
    bar(sheet, wall, THICK)
  const across = chance.between(150, 300)
  const along = chance.between(120, 220)
  bar(sheet, [across, 38, 4, 284], THIN)
  bar(sheet, [48, along, 384, 4], THIN)
  bar(sheet, [across, along + 40, 4, 36], PAPER)
  bar(sheet, [across - 80, along, 36, 4], PAPER)
  bar(sheet, [across + 40, along, 36, 4], PAPER)
  bar(sheet, [across + 60, 322, 40, 8], PAPER)
  return sheet
}

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

export const floorPlan = (chance: Chance): Buffer => {
  const sheet = walls(chance)
  const head = Buffer.alloc(13)
  head.writeUInt32BE(WIDTH, 0)
  head.writeUInt32BE(HEIGHT, 4)
  // Eight bits, shades of grey.
  head.set([8, 0, 0, 0, 0], 8)
  const rows = Buffer.alloc((WIDTH + 1) * HEIGHT)
  for (let row = 0; row < HEIGHT; row += 1)
    rows.set(sheet.subarray(row * WIDTH, (row + 1) * WIDTH), row * (WIDTH + 1) + 1)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
