import type { Attachment } from '#client/uploads/attachment.ts'

export const percentOf = ({ sentBytes, sizeBytes }: Pick<Attachment, 'sentBytes' | 'sizeBytes'>): number =>
  Math.floor((100 * sentBytes) / sizeBytes)

/** How far a file is, along the lower edge of its box. The words beside it say the same. */
export function UploadBar({ file }: { file: Pick<Attachment, 'sentBytes' | 'sizeBytes'> }) {
  return (
    <svg
      aria-hidden="true"
      preserveAspectRatio="none"
      viewBox="0 0 100 1"
      className="absolute inset-x-0 bottom-0 h-0.75 w-full"
    >
      <rect width={percentOf(file)} height="1" className="fill-green" />
    </svg>
  )
}
