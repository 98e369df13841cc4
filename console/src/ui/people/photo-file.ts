import { limits } from '#contract/limits.ts'

export const photoMedia = ['image/jpeg', 'image/png', 'image/webp']

/** What is to become of somebody's photo. */
export type PhotoChoice = File | 'kept' | 'none'

export type PhotoFault = 'unreadable' | 'tooHeavy' | 'tooLarge'

/** Whether a chosen file can be a photo here, before it is sent anywhere; null: it can. */
export async function faultOfPhoto(file: File): Promise<PhotoFault | null> {
  if (!photoMedia.includes(file.type)) return 'unreadable'
  if (file.size > limits.photoBytes) return 'tooHeavy'
  const url = URL.createObjectURL(file)
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    return Math.max(image.naturalWidth, image.naturalHeight) > limits.photoPixels ? 'tooLarge' : null
  } catch {
    // What this browser cannot draw, nobody will see: it is refused here, as the server would.
    return 'unreadable'
  } finally {
    URL.revokeObjectURL(url)
  }
}
