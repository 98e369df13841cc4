import { photoPath } from '#contract/addresses.ts'
import type { PhotoId } from '#contract/ids.ts'

/** Where somebody's photo is; null: they have none. A new photo has a new address, so that browsers may keep each for ever. */
export const photoUrlOf = (photoId: PhotoId | null): string | null => (photoId === null ? null : photoPath(photoId))
