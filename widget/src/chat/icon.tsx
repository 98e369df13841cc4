/** @jsxImportSource preact */

/** Lucide (ISC). */
const paths = {
  x: 'M18 6 6 18M6 6l12 12',
  down: 'm6 9 6 6 6-6',
  chat: 'M2.992 16.342a2 2 0 0 1 .094 1.167l-1.065 3.29a1 1 0 0 0 1.236 1.168l3.413-.998a2 2 0 0 1 1.099.092 10 10 0 1 0-4.777-4.719',
  dots: 'M12 12h.01M19 12h.01M5 12h.01',
  send: 'M3.714 3.048a.498.498 0 0 0-.683.627l2.843 7.627a2 2 0 0 1 0 1.396l-2.842 7.627a.498.498 0 0 0 .682.627l18-8.5a.5.5 0 0 0 0-.904zM6 12h16',
  sent: 'M20 6 9 17l-5-5',
  seen: 'M18 6 7 17l-5-5M22 10l-7.5 7.5L13 16',
  clock: 'M12 2a10 10 0 1 0 0 20 10 10 0 1 0 0-20M12 6v6l4 2',
  alert: 'M12 2a10 10 0 1 0 0 20 10 10 0 1 0 0-20M12 8v4M12 16h.01',
  clip: 'm16 6-8.414 8.586a2 2 0 0 0 2.829 2.829l8.414-8.586a4 4 0 1 0-5.657-5.657l-8.379 8.551a6 6 0 1 0 8.485 8.485l8.379-8.551',
  file: 'M6 22a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h8l6 6v12a2 2 0 0 1-2 2zM14 2v6h6',
  arrow: 'M12 5v14m7-7-7 7-7-7',
  smile: 'M12 2a10 10 0 1 0 0 20 10 10 0 1 0 0-20M8 14s1.5 2 4 2 4-2 4-2M9 9h.01M15 9h.01',
}

export type IconName = keyof typeof paths
export const pathOf = (name: IconName) => paths[name]

export function Icon({ name, size = '' }: { name: IconName; size?: '' | 'xs' | 'l' }) {
  return (
    <svg class={`i ${size}`} viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  )
}
