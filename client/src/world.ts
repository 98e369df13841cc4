/** What the client needs of the world around it; tests put their own in its place. */
export interface World {
  nowMs: () => number
  /** In [0, 1). */
  random: () => number
  WebSocket: new (url: string, protocols: string[]) => WebSocket
  signals: PageSignals
}

/** What a page tells that matters to a connection. Each returns how to stop listening. */
export interface PageSignals {
  /** Something changed for the better, or may have while nobody looked: try now. */
  onWake(listen: () => void): () => void
  /** The browser says the network is gone. It may be wrong: a server on this machine needs none. */
  onOffline(listen: () => void): () => void
  saysOffline(): boolean
  /** The page is being left, perhaps to be shown again from the browser's cache. */
  onLeave(listen: () => void): () => void
}

export const browserWorld = (): World => ({
  nowMs: () => Date.now(),
  random: () => Math.random(),
  WebSocket,
  signals: pageSignals(),
})

function pageSignals(): PageSignals {
  return {
    onWake(listen) {
      const whenVisible = () => document.visibilityState === 'visible' && listen()
      const whenRestored = (event: PageTransitionEvent) => event.persisted && listen()
      return all(
        on(window, 'online', listen),
        on(document, 'visibilitychange', whenVisible),
        on(window, 'pageshow', whenRestored),
        on(document, 'resume', listen),
      )
    },
    onOffline: (listen) => on(window, 'offline', listen),
    saysOffline: () => !navigator.onLine,
    onLeave: (listen) => on(window, 'pagehide', listen),
  }
}

function on<E extends Event>(target: EventTarget, type: string, listen: (event: E) => void): () => void {
  // The caller names the event its listener takes: the DOM's own types know no event by a plain string.
  const listener = listen as (event: Event) => void
  target.addEventListener(type, listener)
  return () => target.removeEventListener(type, listener)
}

const all =
  (...stops: (() => void)[]) =>
  () => {
    for (const stop of stops) stop()
  }
