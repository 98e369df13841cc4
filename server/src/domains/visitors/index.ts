export { findOrMakeVisitor, findVisitor, type Visitor } from './store.ts'
