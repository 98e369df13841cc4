/** A WebSocket frame as it crossed the wire from a server: unmasked (RFC 6455, 5.2). */
export interface WireFrame {
  bytes: Buffer
  /** The words of a text frame; null for any other. */
  text: string | null
}

const textOpcode = 0x81

/** Cuts a stream of bytes into whole frames; what is not yet whole waits for the next bytes. */
export class FrameSplitter {
  #rest: Buffer = Buffer.alloc(0)

  push(bytes: Buffer): WireFrame[] {
    this.#rest = Buffer.concat([this.#rest, bytes])
    const frames: WireFrame[] = []
    for (let frame = this.#take(); frame; frame = this.#take()) frames.push(frame)
    return frames
  }

  #take(): WireFrame | null {
    const [head, size] = [this.#rest[0], this.#rest[1]]
    if (head === undefined || size === undefined) return null
    const lengthBytes = size === 127 ? 8 : size === 126 ? 2 : 0
    if (this.#rest.length < 2 + lengthBytes) return null
    const length =
      lengthBytes === 0 ? size : lengthBytes === 2 ? this.#rest.readUInt16BE(2) : Number(this.#rest.readBigUInt64BE(2))
    const end = 2 + lengthBytes + length
    if (this.#rest.length < end) return null
    const bytes = this.#rest.subarray(0, end)
    this.#rest = this.#rest.subarray(end)
    return { bytes, text: head === textOpcode ? bytes.toString('utf8', 2 + lengthBytes) : null }
  }
}
