import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Cast, openCast } from '#server/testing/cast.ts'
import { createScene, type Scene } from '#server/testing/scene.ts'
import { openConsole, openWidget } from '#server/testing/talking.ts'

let cast: Cast
let scene: Scene
before(async () => {
  cast = await openCast()
  scene = createScene(cast)
})
after(() => cast.comptoir.stop())

const looks = (frames: readonly unknown[]) => frames.filter((frame) => Object(frame).type === 'looking')

test('[D8] who looks at a conversation is told to colleagues who read it, and to nobody else', async () => {
  const { conversationId, visitor } = await scene.talk(cast.lyon, cast.ben, 'open')
  const [bens, marcs, adas] = await Promise.all([cast.ben, cast.marc, cast.ada].map((by) => openConsole(cast, by)))
  const outside = await Promise.all([cast.chloe, cast.lou, cast.oscar].map((by) => openConsole(cast, by)))
  const widget = await openWidget(cast, visitor)
  assert.ok(bens && marcs && adas)

  marcs.send({ type: 'looking', conversationId, doing: 'noting' })
  for (const ear of [bens, adas]) {
    await ear.hears(({ type }) => type === 'looking')
    assert.deepEqual(looks(ear.heard), [
      { type: 'looking', conversationId, agentId: cast.marc.agentId, name: cast.marc.name, doing: 'noting' },
    ])
  }
  assert.equal(looks(marcs.heard).length, 0, 'nobody is told of themselves')

  // Whoever may not read it tells nobody either.
  for (const ear of outside) ear.send({ type: 'looking', conversationId, doing: 'reading' })
  widget.send({ type: 'looking', conversationId, doing: 'reading' })
  bens.send({ type: 'looking', conversationId, doing: 'gone' })
  await adas.hears((frame) => frame.type === 'looking' && frame.doing === 'gone')
  for (const ear of [...outside, widget]) {
    await ear.catchUp()
    assert.equal(looks(ear.heard).length, 0)
  }
  assert.equal(looks(adas.heard).length, 2)
  for (const ear of [bens, marcs, adas, ...outside, widget]) ear.close()
})
