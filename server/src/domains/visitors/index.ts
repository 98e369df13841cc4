export { findOrMakeVisitor, findVisitor, nameVisitor, type Visitor } from './store.ts'
