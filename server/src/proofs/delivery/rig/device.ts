import { WebSocket as WsSocket } from 'ws'
import { createApi } from '#client/api.ts'
import type { ConnectionTimes } from '#client/connection-settings.ts'
import { TestPage } from '#client/testing/test-page.ts'
import type { World } from '#client/world.ts'
import { socketPath } from '#contract/addresses.ts'

/** Where a device stands: how it reaches the server, and as a page of which site. */
export interface Place {
  /** Of the server, or of a wire to it. */
  origin: string
  /** What the browser says of the page. */
  pageOrigin: string
  /** Takes all that comes in, answers and frames, instead of its being kept: for who stays too long to keep it. */
  hear?: (text: string) => void
}

/** Milliseconds where the product has seconds, except for silence: this machine is slow at times. */
export const quickTimes: Partial<ConnectionTimes> = {
  retry: { baseMs: 10, capMs: 150 },
  answerMs: 5_000,
  wakeAnswerMs: 5_000,
  silenceMs: 20_000,
  pollWaitMs: 1_000,
  pollRestMs: 10,
  probe: { baseMs: 200, capMs: 1_000 },
  steadyMs: 100,
}

export const quickRetry = { baseMs: 10, capMs: 150 }

/** Somebody's browser, and all it ever received: answers and frames, as they came. */
export class Device {
  readonly received: string[] = []
  readonly frames: string[] = []
  /** Codes with which sockets of this device were closed. */
  readonly closings: number[] = []
  readonly page = new TestPage()
  readonly world: World
  readonly place: Place

  constructor(place: Place) {
    this.place = place
    const device = this
    class HeardSocket extends WsSocket {
      constructor(url: string, protocols: string[]) {
        super(url, protocols, { origin: place.pageOrigin })
        this.on('message', (bytes) => {
          device.#hear(String(bytes), device.frames)
        })
        this.on('close', (code) => device.closings.push(code))
      }
    }
    // ws's class has the shape of the browser's where the client uses it.
    this.world = { ...this.page.world, WebSocket: HeardSocket as unknown as World['WebSocket'] }
  }

  get socketUrl(): string {
    return `${this.place.origin.replace(/^http/, 'ws')}${socketPath}`
  }

  api(headers: () => Record<string, string>) {
    return createApi({
      origin: this.place.origin,
      locale: () => 'fr',
      credentials: 'omit',
      headers,
      fetch: async (input, init) => {
        const response = await fetch(input, init)
        this.#hear(await response.clone().text())
        return response
      },
    })
  }

  #hear(text: string, frames?: string[]): void {
    if (this.place.hear) this.place.hear(text)
    else {
      this.received.push(text)
      frames?.push(text)
    }
  }
}
