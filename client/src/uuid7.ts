let lastMs = 0
let counter = 0

/**
 * A UUID of version 7 (RFC 9562): ids made one after the other in a tab sort in that order, also within a millisecond
 * and when the clock steps back.
 */
export function uuid7(nowMs: number = Date.now()): string {
  if (nowMs > lastMs) {
    lastMs = nowMs
    counter = 0
  } else if (++counter > 0xfff) {
    lastMs += 1
    counter = 0
  }
  const random = crypto.getRandomValues(new Uint8Array(8))
  random[0] = ((random[0] ?? 0) & 0x3f) | 0x80
  let tail = ''
  for (const byte of random) tail += hex(byte, 2)
  const time = hex(lastMs, 12)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(counter, 3)}-${tail.slice(0, 4)}-${tail.slice(4)}`
}

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0')
