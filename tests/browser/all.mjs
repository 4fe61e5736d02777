// All browser tests in one process: one browser, one server.
import './open.mjs';
import './navigate.mjs';
import './select.mjs';
import './find.mjs';
import './views.mjs';
import './reading.mjs';
import './market.mjs';
import './sealed.mjs';
import './access.mjs';
import './phone.mjs';
import './languages.mjs';
import './errors.mjs';
import './engine.mjs';
import './paint.mjs';
import './fonts.mjs';
import './look.mjs';
