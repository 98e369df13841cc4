export { type Router, startRouting } from './router.ts'
