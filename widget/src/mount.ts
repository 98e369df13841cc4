import type { Greeting } from '#contract/visitors.ts'

/** What the loader hands to the chat: a place on the page, and for whom it is. */
export interface Mount {
  root: ShadowRoot
  /** The round button, with its icon in it; the chat says from here on what it shows. */
  launcher: HTMLButtonElement
  /** Where the script came from; the API is there too. */
  origin: string
  channelKey: string
  greeting: Greeting
  /** What the visitor reads, the dearest first, as the greeting is asked for. */
  wanted: string
}

export interface Chat {
  toggle(): void
}

/** What the chat's module exports, for the loader's `import()`. */
export interface ChatModule {
  startChat(mount: Mount): Promise<Chat>
}
