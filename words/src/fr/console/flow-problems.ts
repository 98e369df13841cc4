import type { Problem, ProblemCode } from '#contract/flow/problems.ts'

/** What keeps a questionnaire from being published, as sentences. The place stands before them: the step, the answer, the language. */
export const flowProblems: FlowProblemWords = {
  'no-start': () => 'Le questionnaire ne commence nulle part : choisissez la première étape.',
  'no-end': () => 'Aucune fin ne peut être atteinte : ajoutez-en une.',
  'nothing-next': ({ optionId, field }) => {
    if (optionId !== undefined) return 'Cette réponse ne mène nulle part : le visiteur attendrait sans fin.'
    if (field === 'test') return 'La condition ne dit pas ce qu’elle vérifie.'
    if (field === 'yes') return 'Rien ne suit quand la condition est remplie.'
    if (field === 'no') return 'Rien ne suit quand la condition n’est pas remplie.'
    return 'Rien ne suit cette étape : le visiteur attendrait sans fin.'
  },
  'missing-step': ({ field }) =>
    field === 'start'
      ? 'La première étape n’existe plus : choisissez-en une autre.'
      : field === 'test'
        ? 'La condition porte sur une étape qui n’existe plus.'
        : 'La suite est une étape qui n’existe plus.',
  unreachable: () => 'Aucun chemin ne mène à cette étape.',
  loop: () => 'On peut tourner ici en rond sans fin, quelles que soient les réponses.',
  'missing-text': ({ language, optionId }) =>
    optionId === undefined
      ? `Le texte manque en ${languageName(language)}.`
      : `Le texte de cette réponse manque en ${languageName(language)}.`,
  'missing-language': ({ language }) =>
    `Une messagerie parle ${languageName(language)}, et le questionnaire n’a pas cette langue.`,
  'no-options': () => 'La question n’a aucune réponse à choisir.',
  'no-fields': () => 'Le formulaire n’a aucun champ.',
  duplicate: ({ field, language }) => {
    if (field === 'id') return 'Deux étapes ont le même identifiant.'
    if (field === 'fields') return 'Un champ du formulaire y est deux fois.'
    if (field === 'languages') return 'Une langue y est deux fois.'
    return language === undefined
      ? 'Deux réponses ont le même identifiant.'
      : `Une autre réponse dit la même chose en ${languageName(language)}.`
  },
  range: () => 'Le minimum dépasse le maximum.',
  mask: () => 'Le modèle ne demande rien : mettez-y au moins un #, un @ ou un *.',
  'keep-as': () => 'Une réponse de ce genre ne peut pas remplir ce champ du visiteur.',
  'no-values': () => 'La condition ne compare avec rien.',
  impossible: () => 'La question vérifiée ne donne jamais cette réponse.',
  'not-asked': () => 'La question vérifiée n’est jamais posée avant cette condition.',
  'unknown-sub-account': () => 'Le sous-compte de cette fin n’existe plus, ou est archivé.',
  'unknown-reason': () => 'Le motif de ce rendez-vous n’existe plus dans ce sous-compte, ou est archivé.',
}

export type FlowProblemWords = Record<
  ProblemCode,
  (problem: Pick<Problem, 'optionId' | 'field' | 'language'>) => string
>

const languageName = (code = '') => new Intl.DisplayNames('fr', { type: 'language' }).of(code || 'und') ?? code
