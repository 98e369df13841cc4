export { fillFields, introduce, readFields, type VisitorFields } from './fields.ts'
export { findOrMakeVisitor, findVisitor, nameVisitor, type Visitor, visitorLocale } from './store.ts'
export { isAnswering } from './who-answers.ts'
