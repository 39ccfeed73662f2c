import { MemoryEventStore } from '../../src/event-store/memory-event-store.js';
import { describeEventStore } from './event-store.contract.js';

describeEventStore('the log in memory', () => {
  const store = new MemoryEventStore();
  return Promise.resolve({ store, other: store, close: () => Promise.resolve() });
});
