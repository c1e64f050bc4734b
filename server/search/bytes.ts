/** Numbers and texts into bytes and back, alike on every machine. */

/** CRC-32 (ISO 3309), the check of gzip and PNG. */
const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb8_8320 : value >>> 1
  return value
})

export function checksum(bytes: Uint8Array): number {
  let crc = 0xffff_ffff
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return ~crc >>> 0
}

/** Most bytes that a number of 32 bits takes. */
const MAX_WIDTH = 5

/** Whole numbers below 2³², each in as few bytes of seven bits as hold it (LEB128). */
export function packNumbers(numbers: ArrayLike<number>): Uint8Array {
  const bytes = new Uint8Array(numbers.length * MAX_WIDTH)
  let at = 0
  for (let place = 0; place < numbers.length; place++) {
    let rest = numbers[place] ?? 0
    while (rest > 127) {
      bytes[at++] = (rest & 127) | 128
      rest >>>= 7
    }
    bytes[at++] = rest
  }
  return bytes.slice(0, at)
}

/** The numbers that were packed; a last one that is cut off is lost. */
export function unpackNumbers(bytes: Uint8Array): Uint32Array {
  const numbers = new Uint32Array(bytes.length)
  let count = 0
  let value = 0
  let shift = 0
  for (const byte of bytes) {
    value |= (byte & 127) << shift
    shift += 7
    if (byte > 127) continue
    numbers[count++] = value
    value = 0
    shift = 0
  }
  return numbers.slice(0, count)
}

const WORD = 4

/** Pieces one after the other, each behind its length. */
export function joinPieces(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + WORD + piece.length, 0))
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const piece of pieces) {
    view.setUint32(at, piece.length, true)
    bytes.set(piece, at + WORD)
    at += WORD + piece.length
  }
  return bytes
}

/** The pieces that were joined, as views of the same bytes; what is cut off is lost. */
export function splitPieces(bytes: Uint8Array): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const pieces: Uint8Array[] = []
  for (let at = 0; at + WORD <= bytes.length; ) {
    const end = at + WORD + view.getUint32(at, true)
    if (end > bytes.length) break
    pieces.push(bytes.subarray(at + WORD, end))
    at = end
  }
  return pieces
}

export const packText = (text: string): Uint8Array => new TextEncoder().encode(text)

/** The text, if the bytes are UTF-8. */
export const unpackText = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
