import { vi } from 'vitest';

/** A line of server-sent events that a test speaks through. */
export class FakeEventSource extends EventTarget {
  static made: FakeEventSource[] = [];
  readyState = 0;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;

  constructor(readonly url: string) {
    super();
    FakeEventSource.made.push(this);
  }

  open() {
    this.readyState = 1;
    this.onopen?.();
  }

  /** As when the server answers an error: the browser gives up. */
  break() {
    this.readyState = 2;
    this.onerror?.();
  }

  close() {
    this.readyState = 2;
  }

  send(name: string, data: unknown) {
    this.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data) }));
  }
}

/** Puts the fake in place; the last line made is the one to speak through. */
export function fakeEventSource() {
  FakeEventSource.made = [];
  vi.stubGlobal('EventSource', FakeEventSource);
  return {
    made: () => FakeEventSource.made,
    last: () => FakeEventSource.made.at(-1) as FakeEventSource,
  };
}
