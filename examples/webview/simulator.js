// Both apps, as the page sees them: what examples/android and examples/ios put in, and what they send. `?src=` is what the app opens.
(() => {
  const asked = new URLSearchParams(location.search);
  const heard = [];
  const waiting = [];

  /** A message from the page, as text: neither app takes anything else. */
  const hear = (text) => {
    if (typeof text !== 'string') throw new TypeError('a bridge carries text alone');
    const message = JSON.parse(text);
    heard.push(message);
    for (const waiter of waiting.splice(0)) if (message.type === waiter.type) waiter.resolve(message);
    else waiting.push(waiter);
    if (message.type === 'ready' && asked.has('open')) app.send({ type: 'open', url: asked.get('open') });
  };

  if (asked.get('bridge') === 'ios') Object.defineProperty(window, 'webkit', { value: { messageHandlers: { docpane: { postMessage: hear } } }, configurable: true });
  else window.docpaneApp = { postMessage: hear };

  const app = {
    heard,
    /** `evaluateJavascript` and `evaluateJavaScript`: the message is a literal in code. */
    send: (command) => window.docpaneReceive(JSON.stringify({ docpane: 1, ...command })),
    /** The next message of a type. */
    next: (type) => new Promise((resolve) => waiting.push({ type, resolve })),
  };
  window.app = app;

  const buttons = [
    ['Back', { type: 'back' }],
    ['Dark', { type: 'theme', theme: 'dark' }],
    ['Light', { type: 'theme', theme: 'light' }],
    ['To the background', { type: 'background' }],
    ['Back again', { type: 'foreground' }],
    ['Little memory', { type: 'low-memory' }],
  ];
  addEventListener('DOMContentLoaded', () => {
    for (const [label, command] of buttons) {
      const button = document.createElement('button');
      button.textContent = label;
      button.addEventListener('click', () => app.send(command));
      document.getElementById('app').append(button);
    }
  });
})();
