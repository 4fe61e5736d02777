// All packaging tests in one process: the package is packed once, the stacks are installed once.
import './manifest.mjs';
import './plain.mjs';
import './bundlers.mjs';
import './frameworks.mjs';
import './server.mjs';
import './webview.mjs';
