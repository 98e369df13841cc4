/** Puts a picture on a canvas, at its own size. */
export function draw(place: HTMLCanvasElement, bitmap: ImageBitmap): void {
  place.width = bitmap.width
  place.height = bitmap.height
  place.getContext('2d')?.drawImage(bitmap, 0, 0)
}
