export { findOrMakeVisitor, findVisitor, nameVisitor } from './store.ts'
