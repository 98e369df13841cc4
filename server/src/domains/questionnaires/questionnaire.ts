import type { QuestionnaireId, SubAccountId } from '#contract/ids.ts'

/** What visitors of some channels begin with. What it asks stands in its draft and its published versions (draft.ts). */
export interface Questionnaire {
  id: QuestionnaireId
  subAccountId: SubAccountId
  name: string
  version: number
  /** Null: on offer. Conversations that began with it keep it. */
  archivedAt: Date | null
}

/** As the journal names it. */
export const asTarget = ({ id, name }: Pick<Questionnaire, 'id' | 'name'>) =>
  ({ kind: 'questionnaire', id, name }) as const
