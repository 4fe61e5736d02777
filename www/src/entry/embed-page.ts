// The script of `embed.html`: a viewer that fills the page, told what to do by the address and by messages.

import { Bridge } from '../bridge/bridge.js';
import { openChannel } from '../bridge/channel.js';
import { init } from '../engine/setup.js';
import './element.js';

/** What the address may say: attributes of the element. */
const ATTRIBUTES = ['lang', 'page', 'zoom', 'view', 'theme', 'preview-pages', 'watermark', 'copy', 'print', 'links', 'actions', 'details', 'deep-links', 'src'];

const asked = new URLSearchParams(location.search);
if (asked.get('fonts') === 'off') init({ fonts: false });
if (asked.get('worker') === 'off') init({ worker: false });

const viewer = document.createElement('docpane-viewer');
for (const name of ATTRIBUTES) {
  const value = asked.get(name);
  if (value !== null) viewer.setAttribute(name, value);
}

const channel = openChannel((message) => bridge.receive(message));
const bridge = new Bridge(viewer, (report) => channel.send(report), new Set(asked.get('host')?.split(',') ?? channel.hosts));
document.body.append(viewer);
bridge.begin();
