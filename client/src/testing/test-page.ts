import { WebSocket as WsSocket } from 'ws'
import type { World } from '../world.ts'

/** A page in which nothing happens until a test says so. */
export class TestPage {
  private readonly wakes = new Set<() => void>()
  private readonly offlines = new Set<() => void>()
  private readonly leaves = new Set<() => void>()
  offline = false
  clockAheadMs = 0

  readonly world: World = {
    nowMs: () => Date.now() + this.clockAheadMs,
    random: Math.random,
    // ws's class has the shape of the browser's where the client uses it.
    WebSocket: WsSocket as unknown as World['WebSocket'],
    signals: {
      onWake: (listen) => listening(this.wakes, listen),
      onOffline: (listen) => listening(this.offlines, listen),
      onLeave: (listen) => listening(this.leaves, listen),
      saysOffline: () => this.offline,
    },
  }

  goOffline() {
    this.offline = true
    for (const listen of this.offlines) listen()
  }
  goOnline() {
    this.offline = false
    this.wake()
  }
  wake() {
    for (const listen of this.wakes) listen()
  }
  leave() {
    for (const listen of this.leaves) listen()
  }
  listeners() {
    return this.wakes.size + this.offlines.size + this.leaves.size
  }
}

function listening(listeners: Set<() => void>, listen: () => void) {
  listeners.add(listen)
  return () => listeners.delete(listen)
}
