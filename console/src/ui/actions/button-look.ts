import { classNames } from '../class-names.ts'

const kinds = {
  plain: 'border-line-strong bg-surface text-ink hover:bg-sunken data-pressed:bg-sunken',
  main: 'border-green bg-green text-green-ink hover:border-green-strong hover:bg-green-strong data-pressed:bg-green-strong',
  danger: 'border-red bg-red text-red-ink hover:border-red-strong hover:bg-red-strong data-pressed:bg-red-strong',
  quiet: 'border-transparent text-ink-soft hover:bg-sunken hover:text-ink data-pressed:bg-sunken',
}
const sizes = {
  small: 'h-7 gap-1.5 rounded-s px-2.5 text-s',
  medium: 'h-9 gap-1.5 rounded-m px-3.5',
  tall: 'h-10 gap-1.5 rounded-m px-3.5',
}

export interface ButtonLook {
  kind?: keyof typeof kinds
  size?: keyof typeof sizes
  /** As wide as its place. */
  isBlock?: boolean
}

/** The classes of a button, for links that look like one. */
export function buttonLook({ kind = 'plain', size = 'medium', isBlock = false }: ButtonLook = {}): string {
  return classNames(
    'finger-sized relative inline-flex max-w-full cursor-pointer items-center justify-center border font-medium whitespace-nowrap no-underline transition-colors select-none',
    'data-disabled:cursor-not-allowed data-disabled:border-line data-disabled:bg-sunken data-disabled:text-ink-faint',
    kinds[kind],
    sizes[size],
    isBlock && 'w-full',
  )
}

/** The classes of a link inside text. */
export const textLink =
  'cursor-pointer rounded-xs font-medium text-green underline decoration-current/30 underline-offset-3 transition-colors hover:decoration-current'
