import type { ConversationId, FileId } from '#contract/ids.ts'
import { limits, times } from '#contract/limits.ts'
import type { OrganisationTransaction } from '#server/platform/database/database.ts'
import { createLimit } from '#server/platform/http/limit.ts'
import type { Platform } from '#server/platform/platform.ts'
import { refusal } from '#server/platform/refusal.ts'
import { authorise, may } from '../access/index.ts'
import { readAs } from '../agents/index.ts'
import type { Actor, HandlersOf } from '../callers.ts'
import { beginUpload } from './begin-upload.ts'
import { quotaReached, servedType } from './file.ts'
import { finishUpload } from './finish-upload.ts'
import { giveUpUpload } from './give-up-upload.ts'
import { piecesOf } from './read-file.ts'
import { receivePiece } from './receive-piece.ts'
import { agentSending, type Conversations, visitorSending } from './sender.ts'
import { findPreview, findSent, findSeq } from './store.ts'

type Agents = '/organisations/:organisationId/conversations/:conversationId'
type Widget = '/widget/:channelKey'
type Uploads<Of extends string> =
  | `PUT ${Of}/uploads/:clientFileId`
  | `PUT ${Of}/uploads/:clientFileId/bytes`
  | `POST ${Of}/uploads/:clientFileId/completion`
  | `DELETE ${Of}/uploads/:clientFileId`
type Files<Of extends string> = `GET ${Of}/files/:fileId` | `GET ${Of}/files/:fileId/preview`

type Needs = Platform & { conversations: Conversations }

export const fileHandlers = (needs: Needs): HandlersOf<Uploads<Agents | Widget> | Files<Agents | Widget>> => ({
  ...agentsUploads(needs),
  ...agentsFiles(needs),
  ...visitorsUploads(needs),
  ...visitorsFiles(needs),
})

const done = { done: true } as const
const gone = () => refusal('request.not-found')
/** By what strangers of one address may send in a day is counted. */
const unitBytes = 1024

function agentsUploads(needs: Needs): HandlersOf<Uploads<Agents>> {
  const sentBy = (caller: Actor, { conversationId }: { conversationId: Parameters<typeof agentSending>[1] }) => ({
    organisationId: caller.organisationId,
    senderOf: agentSending(caller, conversationId, needs.conversations),
  })
  return {
    'PUT /organisations/:organisationId/conversations/:conversationId/uploads/:clientFileId': ({
      caller,
      params,
      body,
    }) => beginUpload(sentBy(caller, params), { ...body, clientFileId: params.clientFileId }, needs),

    'PUT /organisations/:organisationId/conversations/:conversationId/uploads/:clientFileId/bytes': ({
      caller,
      params,
      query,
      file,
    }) => receivePiece(sentBy(caller, params), { ...query, clientFileId: params.clientFileId, bytes: file }, needs),

    'POST /organisations/:organisationId/conversations/:conversationId/uploads/:clientFileId/completion': ({
      caller,
      params,
      body,
    }) => finishUpload(sentBy(caller, params), { ...body, clientFileId: params.clientFileId }, needs),

    'DELETE /organisations/:organisationId/conversations/:conversationId/uploads/:clientFileId': async ({
      caller,
      params,
    }) => {
      await giveUpUpload(sentBy(caller, params), params.clientFileId, needs)
      return done
    },
  }
}

function agentsFiles(needs: Needs): HandlersOf<Files<Agents>> {
  /** Who reads the conversation has its files; what was taken back, who may read what stood there. @refuses request.not-found */
  async function refuseUnread(
    tx: OrganisationTransaction,
    reader: Actor,
    { conversationId, fileId: id }: { conversationId: ConversationId; fileId: FileId },
  ): Promise<void> {
    const scope = (await needs.conversations.scopeOf(tx, conversationId)) ?? unseen()
    authorise(reader, 'conversations.read', scope)
    const seq = (await findSeq(tx, { id, conversationId })) ?? unseen()
    const isTakenBack = await needs.conversations.isTakenBack(tx, { conversationId, seq })
    if (isTakenBack && !may(reader, 'conversations.read-versions', scope)) unseen()
  }

  return {
    'GET /organisations/:organisationId/conversations/:conversationId/files/:fileId': async ({
      caller,
      params,
      answer,
    }) => {
      const found = await readAs(caller, needs, async (tx, reader) => {
        await refuseUnread(tx, reader, params)
        return findSent(tx, { ...params, id: params.fileId, reader: 'agent' })
      })
      if (!found?.content) throw gone()
      answer.file({ ...found, mediaType: servedType(found.content.mediaType) })
      return piecesOf(caller.organisationId, found, needs)
    },

    'GET /organisations/:organisationId/conversations/:conversationId/files/:fileId/preview': async ({
      caller,
      params,
      answer,
    }) => {
      const preview = await readAs(caller, needs, async (tx, reader) => {
        await refuseUnread(tx, reader, params)
        return findPreview(tx, { ...params, id: params.fileId, reader: 'agent' })
      })
      if (!preview) throw gone()
      answer.file(asPreview(preview))
      return preview
    },
  }
}

function visitorsUploads(needs: Needs): HandlersOf<Uploads<Widget>> {
  const perAddress = createLimit(limits.fileBytesPerAddressDay / unitBytes, times.uploadLifetimeMs / 1000)
  return {
    'PUT /widget/:channelKey/uploads/:clientFileId': ({ caller, params, body, knock }) =>
      beginUpload(
        { organisationId: caller.organisationId, senderOf: visitorSending(caller) },
        { ...body, clientFileId: params.clientFileId },
        {
          ...needs,
          onBegun: async (sizeBytes) => {
            // A stranger makes as many secrets as they like, but not as many addresses.
            await perAddress.take(knock.address, Math.ceil(sizeBytes / unitBytes)).catch(() => {
              throw quotaReached(limits.fileBytesPerAddressDay)
            })
          },
        },
      ),

    'PUT /widget/:channelKey/uploads/:clientFileId/bytes': ({ caller, params, query, file }) =>
      receivePiece(
        { organisationId: caller.organisationId, senderOf: visitorSending(caller) },
        { ...query, clientFileId: params.clientFileId, bytes: file },
        needs,
      ),

    'POST /widget/:channelKey/uploads/:clientFileId/completion': ({ caller, params, body }) =>
      finishUpload(
        { organisationId: caller.organisationId, senderOf: visitorSending(caller) },
        { ...body, clientFileId: params.clientFileId },
        needs,
      ),

    'DELETE /widget/:channelKey/uploads/:clientFileId': async ({ caller, params }) => {
      const sent = { organisationId: caller.organisationId, senderOf: visitorSending(caller) }
      await giveUpUpload(sent, params.clientFileId, needs)
      return done
    },
  }
}

function visitorsFiles({ database, conversations }: Needs): HandlersOf<Files<Widget>> {
  return {
    'GET /widget/:channelKey/files/:fileId': async ({ caller, params, answer }) => {
      const found = await database.transaction(caller.organisationId, async (tx) => {
        const conversationId = await conversations.ofVisitor(tx, caller)
        return conversationId && findSent(tx, { conversationId, id: params.fileId, reader: 'visitor' })
      })
      if (!found?.content) throw gone()
      answer.file({ ...found, mediaType: servedType(found.content.mediaType) })
      return piecesOf(caller.organisationId, found, { database })
    },

    'GET /widget/:channelKey/files/:fileId/preview': async ({ caller, params, answer }) => {
      const preview = await database.transaction(caller.organisationId, async (tx) => {
        const conversationId = await conversations.ofVisitor(tx, caller)
        return conversationId && findPreview(tx, { conversationId, id: params.fileId, reader: 'visitor' })
      })
      if (!preview) throw gone()
      answer.file(asPreview(preview))
      return preview
    },
  }
}

function unseen(): never {
  throw gone()
}

const asPreview = ({ length }: Buffer) => ({ name: 'preview.webp', mediaType: 'image/webp', sizeBytes: length })
