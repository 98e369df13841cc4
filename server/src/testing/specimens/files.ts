import { type Cast, newPasser } from '../cast.ts'
import { aPhoto } from '../pictures.ts'
import type { Scene, Talk } from '../scene.ts'
import { aFile, type DeviceFile, type Sending, sumOf, uploader } from '../uploading.ts'
import { newClientMessageId } from '../visitor.ts'
import { grant } from '../wish.ts'
import type { Specimens } from './stage.ts'

/** Of files, of both sides. */
export const fileSpecimens = {
  'PUT /organisations/:organisationId/conversations/:conversationId/uploads/:clientFileId': async ({ cast, scene }) => {
    const { params, file } = await sending(cast, await scene.talk(cast.lyon, cast.ben, 'open'), 0)
    return {
      route: 'PUT /organisations/:organisationId/conversations/:conversationId/uploads/:clientFileId',
      by: cast.ben,
      params: { ...params, clientFileId: file.clientFileId },
      body: { name: file.name, sizeBytes: file.bytes.length },
    }
  },
  'PUT /organisations/:organisationId/conversations/:conversationId/uploads/:clientFileId/bytes': async ({
    cast,
    scene,
  }) => {
    const { params, file } = await sending(cast, await scene.talk(cast.lyon, cast.ben, 'open'), 1)
    return {
      route: 'PUT /organisations/:organisationId/conversations/:conversationId/uploads/:clientFileId/bytes',
      by: cast.ben,
      params: { ...params, clientFileId: file.clientFileId },
      query: { offset: '0' },
      file: file.bytes,
    }
  },
  'POST /organisations/:organisationId/conversations/:conversationId/uploads/:clientFileId/completion': async ({
    cast,
    scene,
  }) => {
    const { params, file } = await sending(cast, await scene.talk(cast.lyon, cast.ben, 'open'), 2)
    return {
      route: 'POST /organisations/:organisationId/conversations/:conversationId/uploads/:clientFileId/completion',
      by: cast.ben,
      params: { ...params, clientFileId: file.clientFileId },
      body: { sha256: sumOf(file.bytes) },
    }
  },
  'DELETE /organisations/:organisationId/conversations/:conversationId/uploads/:clientFileId': async ({
    cast,
    scene,
  }) => {
    const { params, file } = await sending(cast, await scene.talk(cast.lyon, cast.ben, 'open'), 2)
    return {
      route: 'DELETE /organisations/:organisationId/conversations/:conversationId/uploads/:clientFileId',
      by: cast.ben,
      params: { ...params, clientFileId: file.clientFileId },
    }
  },
  'GET /organisations/:organisationId/conversations/:conversationId/files': async ({ cast, scene }) => {
    const { params } = await exchanged(cast, scene)
    return {
      route: 'GET /organisations/:organisationId/conversations/:conversationId/files',
      by: cast.ben,
      params,
      query: { before: 1_000 },
    }
  },
  'GET /organisations/:organisationId/conversations/:conversationId/files/:fileId': async ({ cast, scene }) => {
    const { params, fileId } = await exchanged(cast, scene)
    return {
      route: 'GET /organisations/:organisationId/conversations/:conversationId/files/:fileId',
      by: cast.ben,
      params: { ...params, fileId },
    }
  },
  'GET /organisations/:organisationId/conversations/:conversationId/files/:fileId/preview': async ({ cast, scene }) => {
    const { params, fileId } = await exchanged(cast, scene)
    return {
      route: 'GET /organisations/:organisationId/conversations/:conversationId/files/:fileId/preview',
      by: cast.ben,
      params: { ...params, fileId },
    }
  },
  'PUT /widget/:channelKey/uploads/:clientFileId': async ({ cast }) => {
    const by = newPasser(cast.lyon)
    const file = await sendingSteps(cast, { by }, 0)
    return {
      route: 'PUT /widget/:channelKey/uploads/:clientFileId',
      by,
      params: { channelKey: by.channelKey, clientFileId: file.clientFileId },
      body: { name: file.name, sizeBytes: file.bytes.length },
    }
  },
  'PUT /widget/:channelKey/uploads/:clientFileId/bytes': async ({ cast }) => {
    const by = newPasser(cast.lyon)
    const file = await sendingSteps(cast, { by }, 1)
    return {
      route: 'PUT /widget/:channelKey/uploads/:clientFileId/bytes',
      by,
      params: { channelKey: by.channelKey, clientFileId: file.clientFileId },
      query: { offset: '0' },
      file: file.bytes,
    }
  },
  'POST /widget/:channelKey/uploads/:clientFileId/completion': async ({ cast }) => {
    const by = newPasser(cast.lyon)
    const file = await sendingSteps(cast, { by }, 2)
    return {
      route: 'POST /widget/:channelKey/uploads/:clientFileId/completion',
      by,
      params: { channelKey: by.channelKey, clientFileId: file.clientFileId },
      body: { sha256: sumOf(file.bytes) },
    }
  },
  'DELETE /widget/:channelKey/uploads/:clientFileId': async ({ cast }) => {
    const by = newPasser(cast.lyon)
    const file = await sendingSteps(cast, { by }, 2)
    return {
      route: 'DELETE /widget/:channelKey/uploads/:clientFileId',
      by,
      params: { channelKey: by.channelKey, clientFileId: file.clientFileId },
    }
  },
  'GET /widget/:channelKey/files/:fileId': async ({ cast, scene }) => {
    const { visitor, fileId } = await exchanged(cast, scene)
    const params = { channelKey: visitor.channelKey, fileId }
    return { route: 'GET /widget/:channelKey/files/:fileId', by: visitor, params }
  },
  'GET /widget/:channelKey/files/:fileId/preview': async ({ cast, scene }) => {
    const { visitor, fileId } = await exchanged(cast, scene)
    const params = { channelKey: visitor.channelKey, fileId }
    return { route: 'GET /widget/:channelKey/files/:fileId/preview', by: visitor, params }
  },
} satisfies Specimens

/** A file on its way: not begun, begun, or all of it there and not finished. */
async function sendingSteps({ origin }: Cast, by: Sending, steps: 0 | 1 | 2): Promise<DeviceFile> {
  const device = uploader(origin, by)
  const file = aFile('notes.txt', 'Bonjour')
  if (steps > 0) await device.begin(file)
  if (steps > 1) await device.put(file, 0)
  return file
}

async function sending(cast: Cast, { conversationId, organisationId }: Talk, steps: 0 | 1 | 2) {
  const file = await sendingSteps(cast, { by: cast.ben, conversationId }, steps)
  return { params: { organisationId, conversationId }, file }
}

/** A conversation of Ben's in which the visitor sent a picture. */
async function exchanged({ origin, ben, lyon }: Cast, scene: Scene) {
  const { visitor, conversationId, organisationId } = await scene.talk(lyon, ben, 'open')
  const { id } = await uploader(origin, { by: visitor }).sendGranted(aFile('plage.png', await aPhoto()))
  await grant(origin, {
    route: 'PUT /widget/:channelKey/messages/:clientMessageId',
    by: visitor,
    params: { channelKey: visitor.channelKey, clientMessageId: newClientMessageId() },
    body: { text: '', locale: 'fr', page: null, fileIds: [id] },
  })
  return { visitor, params: { organisationId, conversationId }, fileId: id }
}
