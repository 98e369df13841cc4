import { Refused } from '#client/refused.ts'
import type { Flow } from '#contract/flow/flow.ts'
import type { OrganisationId, SubAccountId } from '#contract/ids.ts'
import { limits } from '#contract/limits.ts'
import { api } from '../../live/api.ts'
import { fileOf } from './file.ts'
import { savable } from './saving/savable.ts'

interface Copy {
  organisationId: OrganisationId
  subAccountId: SubAccountId
  flow: Flow
  /** What it is called; a number is added where the name is taken. */
  name: string
}

const triesMost = 20

/** A questionnaire of its own with this flow, as a draft. */
export async function keepCopy({ organisationId, subAccountId, flow, name }: Copy) {
  for (let number = 1; ; number += 1) {
    const tail = number === 1 ? '' : ` ${number}`
    const file = fileOf(name.slice(0, limits.nameLength - tail.length) + tail, savable(flow))
    try {
      const { questionnaire } = await api.call('POST /organisations/:organisationId/questionnaires/import', {
        params: { organisationId },
        body: { subAccountId, file },
      })
      return questionnaire
    } catch (error) {
      const isTaken = error instanceof Refused && error.code === 'questionnaires.name-taken'
      if (!isTaken || number >= triesMost) throw error
    }
  }
}
