export { type PieceSlug, pieceSlugs, type TeaSlug, teaSlugs, teas } from './goods.ts'
export { registerShop } from './register-shop.ts'
export { shopTitle } from './shop-page.ts'
