/** How openings and absences are drawn. */
export const partLook = {
  opening: 'border-l-3 border-green bg-green-wash text-green hover:bg-surface',
  absence:
    'border border-clay bg-[repeating-linear-gradient(-45deg,var(--clay-wash)_0_6px,var(--surface)_6px_12px)] text-clay',
} as const

export const busyLook =
  'bg-[repeating-linear-gradient(0deg,var(--blue)_0_3px,transparent_3px_5px)] forced-color-adjust-none'
