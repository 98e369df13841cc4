import { type Act, no, type Outcome, yes } from './act.ts'
import { mayRead } from './rules.ts'
import { spotOf } from './spot.ts'
import type { Agent, House, Upload, World } from './world.ts'

const missing = no('404 request.not-found')

/** A browser sends a file where it may write. */
export function uploadAsVisitor(world: World, act: Extract<Act, { act: 'visitor-uploads' }>): Outcome {
  const spot = spotOf(world, act)
  if (!spot) return missing
  if (spot.channel.state !== 'running') return no('409 channels.paused')
  const { visitor, clientFileId, name } = act
  return arrives(spot.house, {
    ...{ clientFileId, name, by: { visitor, channelId: spot.channel.id }, conversationId: null },
  })
}

/** Somebody sends a file into a conversation they read. */
export function uploadAsAgent(agent: Agent, act: Extract<Act, { act: 'upload' }>): Outcome {
  if (!agent.active) return no('403 access.inactive')
  const { house, conversationId, clientFileId, name } = act
  const conversation = house.conversations.find(({ id }) => id === conversationId)
  if (!conversation || !mayRead(agent, conversation)) return missing
  return arrives(house, { clientFileId, name, by: agent, conversationId })
}

function arrives(house: House, sent: Omit<Upload, 'id' | 'isTaken'>): Outcome {
  const upload: Upload = { ...sent, id: '', isTaken: false }
  house.uploads.push(upload)
  return yes([], ({ id }) => {
    upload.id = id
  })
}

/** What a message takes along: finished, its author's own, and of no other message. */
export function claimed(house: House, ids: string[], isTheirs: (upload: Upload) => boolean): Upload[] | null {
  const files: Upload[] = []
  for (const wanted of ids) {
    const upload = house.uploads.find(({ id }) => id === wanted)
    if (!upload || upload.isTaken || !isTheirs(upload)) return null
    files.push(upload)
  }
  return files
}

export function take(files: Upload[]): void {
  for (const file of files) file.isTaken = true
}
