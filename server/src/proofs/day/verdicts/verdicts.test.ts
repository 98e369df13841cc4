import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { AgentRow, ConversationRow, Picture } from '../camera.ts'
import type { Sight } from '../hearing.ts'
import type { LastSight, Said } from '../ledger.ts'
import { type FileRow, filesKept } from './files-kept.ts'
import { hadByRight, type Try } from './had-by-right.ts'
import { type MessageRow, saidOnce } from './said-once.ts'
import { graceMs, seenByRight } from './seen-by-right.ts'
import {
  type AgentNow,
  type ConversationNow,
  type NoticeRow,
  type Stillness,
  whereRulesSay,
} from './where-rules-say.ts'
import { withinLimits } from './within-limits.ts'

const told = (faults: string[], what: RegExp) => {
  assert.equal(faults.length, 1, faults.join('\n'))
  assert.match(faults[0] ?? '', what)
}
const advises = new Map<string, string[]>()

describe('control: the verdict on words finds each fault', () => {
  const row = (seq: number, more: Partial<MessageRow> = {}): MessageRow => ({
    ...{ conversation_id: 'talk', seq, id: `message ${seq}`, author: 'visitor', kind: 'text', version: 1 },
    ...{ client_message_id: `client ${seq}`, text: `words ${seq}`, deleted: false, files: [] },
    ...more,
  })
  const said = (place: number, more: Partial<Said> = {}): Said => ({
    ...{
      by: 'Vera',
      clientId: `client ${place}`,
      texts: [`words ${place}`],
      known: 0,
      refused: false,
      inOutbox: false,
      fileIds: [],
    },
    ...more,
  })
  const sight = (rows: MessageRow[]): LastSight => ({
    visitor: 1,
    conversationId: 'talk' as NonNullable<LastSight['conversationId']>,
    messages: rows.map(({ client_message_id: clientId, ...one }) => ({ ...one, clientId })),
  })
  const rows = [row(1), row(2)]
  const words = [said(1), said(2)]
  const day = { messages: rows, said: words, notes: [], lastSights: [sight(rows)] }

  test('control: without a fault it finds none', () => {
    assert.deepEqual(saidOnce(day), [])
    const lost = said(3, { known: -1 })
    assert.deepEqual(saidOnce({ ...day, said: [...words, lost] }), [], 'what nobody answered for may be missing')
    assert.deepEqual(saidOnce({ ...day, messages: [...rows, row(3)], said: [...words, lost] }), [], 'or be there')
  })
  test('[D1] words that were answered for and are gone', () =>
    told(saidOnce({ ...day, said: [...words, said(3)] }), /client 3 was answered for, and is not there/))
  test('[D2] words that are there twice', () =>
    told(
      saidOnce({ ...day, messages: [...rows, row(3, { client_message_id: 'client 2', text: 'words 2' })] }),
      /2 times/,
    ))
  test('[D2] words that nobody said', () =>
    told(saidOnce({ ...day, messages: [...rows, row(3)] }), /nobody said client 3/))
  test('words that were refused, and are there', () =>
    told(saidOnce({ ...day, said: [said(1), said(2, { refused: true })] }), /client 2, said by Vera, was refused/))
  test('[D6] words in another order than they were said in', () => {
    const turned = [
      row(1, { client_message_id: 'client 2', text: 'words 2' }),
      row(2, { client_message_id: 'client 1', text: 'words 1' }),
    ]
    told(saidOnce({ ...day, messages: turned, lastSights: [] }), /client 2 stands before/)
  })
  test('a thread with a gap', () =>
    told(saidOnce({ ...day, messages: [row(1), row(3)], said: [said(1), said(3)], lastSights: [] }), /not whole: 1,3/))
  test('words that were rewritten, and stand as before', () =>
    told(
      saidOnce({ ...day, said: [said(1, { texts: ['words 1', 'better words'], known: 1 }), said(2)] }),
      /says "words 1"/,
    ))
  test('a note of a transfer that is missing, or there twice', () => {
    told(saidOnce({ ...day, notes: ['about Vera'] }), /there 0 times/)
    const note = (seq: number) => row(seq, { kind: 'note', text: 'about Vera', client_message_id: null })
    told(saidOnce({ ...day, messages: [...rows, note(3), note(4)], notes: ['about Vera'] }), /there 2 times/)
  })
  test('[D3] a page that showed words twice, others than are written, or a note', () => {
    const showing = (...shown: MessageRow[]) => saidOnce({ ...day, lastSights: [sight(shown)] })
    told(showing(row(1), row(1)), /read 1 after 1/)
    told(showing(row(1, { text: 'other words' })), /read "other words" at 1/)
    told(showing(row(1, { id: 'message 9' })), /message 9 at 1, where it does not stand/)
    const note = row(3, { kind: 'note', client_message_id: null })
    told(saidOnce({ ...day, messages: [...rows, note], lastSights: [sight([note])] }), /where it does not stand/)
  })
})

const ben: AgentRow = {
  ...{ id: 'ben', name: 'Ben', role: 'agent', sub_account_id: 'lyon', active: true, availability: 'available' },
  ...{ languages: ['fr'], reach: 'own', modules: ['conversations'], conversation_limit: 1, removed_at: null },
}
const chloe: AgentRow = { ...ben, id: 'chloe', name: 'Chloé' }
const talk: ConversationRow = {
  ...{ id: 'talk', version: 1, sub_account_id: 'lyon', state: 'pending', assignee_id: null, language: 'fr' },
  ...{ questionnaire_id: null, offered_to: null },
}
const agent = (row: AgentRow, at = 0): Picture => ({ at, what: 'agent', row })
const conversation = (more: Partial<ConversationRow>, at = 0): Picture => ({
  at,
  what: 'conversation',
  row: { ...talk, ...more },
})
const withBen = { state: 'open', assignee_id: 'ben', version: 2 } as const

const invoice: FileRow = {
  ...{ id: 'invoice', name: 'invoice.txt', conversation_id: 'talk', message_seq: 1, audience: 'everybody', sum: 'abc' },
}
const withInvoice: MessageRow = {
  ...{ conversation_id: 'talk', seq: 1, id: 'message 1', author: 'agent', kind: 'text', version: 1, text: 'Here' },
  ...{ client_message_id: 'client 1', deleted: false, files: ['invoice'] },
}

describe('control: the verdict on files finds each fault', () => {
  const said: Said = {
    ...{ by: 'ben', clientId: 'client 1', texts: ['Here'], known: 0, refused: false, fileIds: ['invoice'] },
    inOutbox: false,
  }
  const sent = new Map([['invoice', { name: 'invoice.txt', sum: 'abc' }]])
  const day = { messages: [withInvoice], files: [invoice], said: [said], sent }

  test('control: without a fault it finds none', () => {
    assert.deepEqual(filesKept(day), [])
    const [takenBack, forAgents] = [
      { ...withInvoice, deleted: true, files: [] },
      { ...invoice, audience: 'agents' } as const,
    ]
    assert.deepEqual(filesKept({ ...day, messages: [takenBack], files: [forAgents] }), [], 'taken back')
    const unsent = new Map([...sent, ['other', { name: 'other.txt', sum: 'def' }]])
    assert.deepEqual(filesKept({ ...day, sent: unsent }), [], 'what went with nothing')
  })
  test('a file that is gone, or went with other words', () => {
    told(filesKept({ ...day, files: [] }), /was sent with 1 files, and has others: 0/)
    told(
      filesKept({ ...day, said: [{ ...said, fileIds: [] }], messages: [{ ...withInvoice, files: [] }] }),
      /sent with 0/,
    )
    const elsewhere = filesKept({ ...day, files: [{ ...invoice, message_seq: 2 }] })
    assert.match(elsewhere.join(), /talk 2 has files, and is no message/)
  })
  test('a file that is not shown, or still shown though its words were taken back', () => {
    told(filesKept({ ...day, messages: [{ ...withInvoice, files: [] }] }), /talk 1 shows 0 files/)
    const forAgents = { ...invoice, audience: 'agents' } as const
    const still = filesKept({ ...day, messages: [{ ...withInvoice, deleted: true }], files: [forAgents] })
    told(still, /talk 1 shows 1 files/)
  })
  test('other bytes than were sent, another name, or what nobody sent', () => {
    told(filesKept({ ...day, files: [{ ...invoice, sum: 'abd' }] }), /invoice is not what was sent/)
    told(filesKept({ ...day, files: [{ ...invoice, name: 'other.txt' }] }), /invoice is not what was sent/)
    told(filesKept({ ...day, sent: new Map() }), /nobody sent invoice/)
  })
  test('[N12] the file of a note, or of what was taken back, that visitors could have', () => {
    told(filesKept({ ...day, messages: [{ ...withInvoice, kind: 'note' }] }), /invoice of talk 1 is for everybody/)
    const takenBack = { ...withInvoice, deleted: true, files: [] }
    told(filesKept({ ...day, messages: [takenBack] }), /invoice of talk 1 is for everybody/)
  })
})

describe('control: the verdict on who had files finds each fault', () => {
  const taken: ConversationRow = { ...talk, state: 'open', assignee_id: 'ben', version: 2 }
  const day = { agents: [ben, chloe], conversations: [taken], messages: [withInvoice], advises }
  const asked = (by: Try['by'], had: boolean, file = invoice) => hadByRight({ ...day, tries: [{ by, file, had }] })

  test('control: without a fault it finds none', () => {
    assert.deepEqual(asked({ agentId: 'ben' }, true), { faults: [], counts: { had: 1, kept: 0 } })
    assert.deepEqual(asked({ agentId: 'chloe' }, false), { faults: [], counts: { had: 0, kept: 1 } })
    assert.deepEqual(asked({ visitorOf: 'talk' }, true).faults, [])
    assert.deepEqual(asked({ visitorOf: 'other' }, false).faults, [])
    assert.deepEqual(asked({ visitorOf: null }, false).faults, [])
  })
  test('[N3] a colleague who had it, and who has the conversation and did not', () => {
    told(asked({ agentId: 'chloe' }, true).faults, /invoice was had by Chloé/)
    told(asked({ agentId: 'ben' }, false).faults, /invoice was kept from Ben/)
  })
  test('[S12] whoever was stopped, or removed, and had it', () => {
    for (const change of [{ active: false }, { removed_at: '2026-03-02' }]) {
      const agents = [{ ...ben, ...change }]
      const tries = [{ by: { agentId: 'ben' }, file: invoice, had: true }]
      told(hadByRight({ ...day, agents, tries }).faults, /had by Ben/)
    }
  })
  test('a visitor who had another’s, a note’s, or what was taken back', () => {
    told(asked({ visitorOf: 'other' }, true).faults, /had by the visitor of other/)
    told(asked({ visitorOf: 'talk' }, true, { ...invoice, audience: 'agents' }).faults, /had by the visitor of talk/)
    const messages = [{ ...withInvoice, deleted: true }]
    const tries = [{ by: { visitorOf: 'talk' }, file: invoice, had: true }]
    told(hadByRight({ ...day, messages, tries }).faults, /had by the visitor of talk/)
  })
})

describe('control: the verdict on limits finds each fault', () => {
  const faultsOf = (...film: Picture[]) => withinLimits([agent(ben), agent(chloe), ...film], advises).faults

  test('control: without a fault it finds none', () => {
    const film = [
      conversation({}),
      conversation({ offered_to: 'ben' }),
      conversation(withBen),
      conversation({ state: 'closed' }),
    ]
    assert.deepEqual(faultsOf(...film, conversation({ ...withBen, id: 'other' })), [])
    assert.deepEqual(faultsOf(conversation(withBen), agent({ ...ben, active: false })), [], 'what is had may be had')
  })
  test('[N7] one conversation more than a limit', () =>
    told(faultsOf(conversation(withBen), conversation({ ...withBen, id: 'other' })), /Ben came to 2 of 1 with other/))
  test('[N7] a limit that was lowered before', () =>
    told(
      withinLimits(
        [
          agent({ ...ben, conversation_limit: 2 }),
          conversation(withBen),
          agent(ben),
          conversation({ ...withBen, id: 'other' }),
        ],
        advises,
      ).faults,
      /Ben came to 2 of 1/,
    ))
  test('[N7] an offer beyond what there is room for', () =>
    told(faultsOf(conversation(withBen), conversation({ id: 'other', offered_to: 'ben' })), /Ben came to 2 of 1/))
  test('[S12] [N8] [N9] a conversation that was not theirs to take', () => {
    told(faultsOf(agent({ ...ben, active: false }), conversation(withBen)), /not theirs to take/)
    told(faultsOf(conversation({ ...withBen, language: 'en' })), /not theirs to take/)
    told(faultsOf(conversation({ ...withBen, questionnaire_id: 'teas' })), /not theirs to take/)
    told(faultsOf(conversation({ ...withBen, sub_account_id: 'lille' })), /not theirs to take/)
  })
  test('[N7] a conversation that is inherited past a limit, or by somebody who was removed', () => {
    const held = { ...withBen, id: 'held', assignee_id: 'chloe' }
    told(faultsOf(conversation(withBen), conversation(held), conversation({ ...held, assignee_id: 'ben' })), /2 of 1/)
    told(faultsOf(agent({ ...ben, removed_at: '2026-03-02' }), conversation(withBen)), /not theirs to take/)
  })
  test('an offer to somebody who is away', () =>
    told(faultsOf(agent({ ...ben, availability: 'away' }), conversation({ offered_to: 'ben' })), /who was away/))
})

describe('control: the verdict on what was heard finds each fault', () => {
  const late = 10 * graceMs
  const sight = (more: Partial<Sight>): Sight => ({
    ...{ agentId: 'ben', at: late, what: 'shown', id: 'talk', version: 1 },
    ...more,
  })
  const film = [
    agent(ben),
    agent(chloe),
    conversation({}, 10),
    conversation({ ...withBen, assignee_id: 'chloe' }, late),
  ]
  const faultsOf = (pictures: Picture[], ...sights: Sight[]) => seenByRight(pictures, sights, advises).faults

  test('control: without a fault it finds none', () => {
    const sights = [sight({ at: 20 }), sight({ agentId: 'chloe', version: 2 }), sight({ what: 'left', version: 2 })]
    assert.deepEqual(
      faultsOf(film, ...sights, sight({ what: 'colleague', id: 'chloe' }), sight({ what: 'settings', id: 'channels' })),
      [],
    )
  })
  test('[D8] a change of what a colleague has', () =>
    told(faultsOf(film, sight({ version: 2 })), /Ben was told: shown talk 2/))
  test('[D8] that a conversation left which they never could see', () =>
    told(faultsOf([agent(ben), conversation({ sub_account_id: 'lille' })], sight({ what: 'left' })), /left talk/))
  test('[D8] words in a conversation of another sub-account', () =>
    told(
      faultsOf([agent(ben), conversation({ sub_account_id: 'lille' })], sight({ what: 'named', version: 0 })),
      /named talk/,
    ))
  test('[S12] anything long after they were stopped, and nothing shortly after', () => {
    const stopped = [agent(ben), agent({ ...ben, active: false }, 100), conversation({}, 200)]
    assert.deepEqual(faultsOf(stopped, sight({ at: 200 })), [])
    told(faultsOf(stopped, sight({ at: 200 + graceMs })), /shown talk 1/)
    const onSlowMachine = (at: number) => seenByRight(stopped, [sight({ at })], advises, () => 1_000).faults
    assert.deepEqual(onSlowMachine(200 + graceMs), [])
    told(onSlowMachine(1_200 + graceMs), /shown talk 1/)
    assert.equal(seenByRight([...stopped, conversation({}, 200 + graceMs)], [], advises).counts.withheld, 1)
  })
  test('anything, a list that changed included, long after they were removed', () => {
    const removed = [agent(ben), agent({ ...ben, removed_at: '2026-03-02' }, 100), conversation({}, 200)]
    assert.deepEqual(faultsOf(removed, sight({ at: 200 })), [])
    told(faultsOf(removed, sight({ at: 200 + graceMs })), /shown talk 1/)
    told(faultsOf(removed, sight({ at: 200 + graceMs, what: 'settings', id: 'channels' })), /settings channels/)
  })
  test('[D8] a colleague of another sub-account, and lists for others', () => {
    const lou = { ...chloe, id: 'lou', name: 'Lou', sub_account_id: 'lille' }
    told(faultsOf([...film, agent(lou)], sight({ what: 'colleague', id: 'lou' })), /colleague lou/)
    told(faultsOf(film, sight({ what: 'settings', id: 'billing' })), /settings billing/)
  })
})

describe('control: the verdict on places finds each fault', () => {
  const here = (row: AgentRow, more: Partial<AgentNow> = {}): AgentNow => ({ ...row, present: true, ...more })
  const now = (more: Partial<ConversationNow> = {}): ConversationNow => ({
    ...{ ...talk, isRouted: true, asked: [], outcome: 'offer', because: null, offered_to: 'ben' },
    ...more,
  })
  const notice = (what: string, more: Partial<NoticeRow> = {}): NoticeRow => ({
    ...{ conversation_id: 'talk', notice: what, author: 'agent', author_id: 'ben', subject_id: null },
    ...more,
  })
  const faultsOf = (conversation: ConversationNow, more: Partial<Stillness> = {}) =>
    whereRulesSay({
      ...{ agents: [here(ben)], conversations: [conversation], notices: [], blocked: [], advises },
      ...more,
    })
  const unasked = { offered_to: null, outcome: 'waits' }
  const taken = now({ ...withBen, offered_to: null })

  test('control: without a fault it finds none', () => {
    assert.deepEqual(faultsOf(now()), [])
    assert.deepEqual(faultsOf(taken, { notices: [notice('picked-up')] }), [])
    assert.deepEqual(faultsOf(now({ ...unasked, asked: ['ben'] })), [], 'everybody was asked')
    assert.deepEqual(faultsOf(now({ ...unasked, isRouted: false })), [], 'by hand')
    const blocked = [{ conversationId: 'talk', because: 'language' }]
    const german = now({ language: 'de', offered_to: null, outcome: 'nobody', because: 'language' })
    assert.deepEqual(faultsOf(german, { blocked }), [])
  })
  test('[N12] a conversation that is not where its thread tells', () => {
    told(faultsOf(taken), /thread tells pending/)
    told(faultsOf(taken, { notices: [notice('picked-up', { author_id: 'chloe' })] }), /thread tells open with chloe/)
    told(faultsOf(now(), { notices: [notice('picked-up')] }), /thread tells open/)
  })
  test('[S12] one that is open with somebody who may not answer', () =>
    told(
      faultsOf(taken, { notices: [notice('picked-up')], agents: [here({ ...ben, active: false }), here(chloe)] }),
      /open with Ben, who may not answer/,
    ))
  test('one that is open with somebody who was removed, or offered to them', () => {
    const agents = [here({ ...ben, removed_at: '2026-03-02' }), here(chloe)]
    told(faultsOf(taken, { notices: [notice('picked-up')], agents }), /open with Ben, who may not answer/)
    told(faultsOf(now(), { agents }), /kept from it by nobody-active/)
  })
  test('one that waits for nobody, though somebody could take it', () =>
    told(faultsOf(now(unasked)), /waits for nobody, though Ben could take it/))
  test('one that is offered to somebody who is away', () =>
    told(faultsOf(now(), { agents: [here(ben, { present: false }), here(chloe)] }), /kept from it by all-away/))
  test('[N8] one that nobody can take, without its reason, or with another', () => {
    const german = now({ language: 'de', offered_to: null, outcome: 'nobody', because: 'language' })
    told(faultsOf(german), /is shown as undefined, and is language/)
    told(
      faultsOf(german, { blocked: [{ conversationId: 'talk', because: 'all-full' }] }),
      /shown as all-full, and is language/,
    )
    const blocked = [{ conversationId: 'talk', because: 'language' }]
    told(faultsOf({ ...german, because: 'all-full' }, { blocked }), /decided to wait by all-full/)
  })
  test('[N8] one that somebody can take, shown as blocked', () =>
    told(
      faultsOf(now(), { blocked: [{ conversationId: 'talk', because: 'all-full' }] }),
      /shown as all-full, and is null/,
    ))
})
