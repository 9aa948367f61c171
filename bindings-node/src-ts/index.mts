// The same modules as for `require`, so that classes are one and the same in a process that
// uses both.
export * from './index.js';
