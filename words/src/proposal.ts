import type { Locale } from '#contract/vocabulary.ts'
import { proposal as en } from './en/proposal.ts'
import { proposal as fr, type ProposalWords } from './fr/proposal.ts'

export type { ProposalWords }

// Comes with the dialog, in both languages: what is proposed is said in the visitor's.

export const proposalWords = (locale: Locale): ProposalWords => (locale === 'fr' ? fr : en)
