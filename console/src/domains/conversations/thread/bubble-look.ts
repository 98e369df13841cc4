import { classNames } from '../../../ui/class-names.ts'

const looks = {
  visitor: 'rounded-bl-xs bg-surface inset-ring inset-ring-line',
  agent: 'rounded-br-xs bg-green-wash',
  refused: 'rounded-br-xs bg-red-wash inset-ring inset-ring-red',
}

export const bubbleLook = (kind: keyof typeof looks) => classNames('min-w-0 rounded-[14px] px-3 py-2', looks[kind])

/** Words, and files below them, on their party's side. */
export const saidLook = (isVisitor: boolean) =>
  classNames('flex min-w-0 flex-col gap-1', isVisitor ? 'items-start' : 'items-end')
